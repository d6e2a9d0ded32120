package pingheng;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The text of the code: files, the types each declares, the methods with their lines. */
final class Sources {
    private static final Set<String> NOT_COMMITTED = Set.of("target", "out", ".git", ".idea", ".jqwik-database");

    private static final Map<Path, File> READ = new ConcurrentHashMap<>();

    private Sources() {}

    /** One file of code; its types are all that it declares, at the top level and nested. */
    record File(Path path, int lines, List<String> topLevelTypes, List<String> types, List<Method> methods) {}

    /** A method with the lines it takes, from its first word or annotation to its closing brace. */
    record Method(String name, int lines) {}

    /** All files that are, or are about to be, committed. */
    static List<Path> committed() throws IOException {
        try (var paths = Files.walk(Path.of(""))) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !NOT_COMMITTED.contains(path.getName(0).toString()))
                    .toList();
        }
    }

    /** All files of code below a folder, read once however many tests ask. */
    static List<File> below(String folder) throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            var unread = paths.filter(path -> path.toString().endsWith(".java")).toList();
            var texts =
                    unread.stream().filter(path -> !READ.containsKey(path)).collect(toMap(identity(), Sources::read));
            READ.putAll(parsed(texts));
            return unread.stream().map(READ::get).toList();
        }
    }

    static File of(Path path, String text) {
        return parsed(Map.of(path, text)).values().iterator().next();
    }

    /** All at once: to start a compiler takes longer than to read a file with it. */
    private static Map<Path, File> parsed(Map<Path, String> texts) {
        var parsed = new HashMap<Path, File>();
        if (texts.isEmpty()) return parsed;
        try {
            var sources = texts.entrySet().stream()
                    .map(one -> new Text(one.getKey(), one.getValue()))
                    .toList();
            var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, null, List.of("-proc:none"), null, sources);
            var byAddress = sources.stream().collect(toMap(Text::toUri, identity()));
            for (var unit : task.parse()) {
                var source = Objects.requireNonNull(
                        byAddress.get(unit.getSourceFile().toUri()));
                int lines = (int) source.text.lines().count();
                var file = new File(source.path, lines, topLevelTypes(unit), new ArrayList<>(), new ArrayList<>());
                new Reader(unit, Trees.instance(task)).scan(unit, file);
                parsed.put(source.path, file);
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> topLevelTypes(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(type -> ((ClassTree) type).getSimpleName().toString())
                .toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks one file. */
    private static final class Reader extends TreeScanner<Void, File> {
        private final CompilationUnitTree unit;
        private final Trees trees;

        Reader(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, File file) {
            if (!type.getSimpleName().isEmpty())
                file.types.add(type.getSimpleName().toString());
            return super.visitClass(type, file);
        }

        @Override
        public Void visitMethod(MethodTree method, File file) {
            file.methods.add(new Method(method.getName().toString(), lines(method)));
            return super.visitMethod(method, file);
        }

        private int lines(Tree tree) {
            var positions = trees.getSourcePositions();
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, tree));
            long last = lines.getLineNumber(Math.max(0, positions.getEndPosition(unit, tree) - 1));
            return (int) (last - first + 1);
        }
    }

    /** A file that is only read, not compiled. */
    private static final class Text extends SimpleJavaFileObject {
        private final Path path;
        private final String text;

        Text(Path path, String text) {
            super(path.toUri(), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
