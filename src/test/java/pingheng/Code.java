package pingheng;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The compiled code a guard looks at: the house's own, or a few planted files that break a rule. */
final class Code {
    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("pingheng");

    private Code() {}

    static JavaClasses house() {
        return HOUSE;
    }

    /** Compiles the sources, each one file, and looks at nothing else. */
    static JavaClasses planted(String... sources) {
        try {
            var folder = Files.createTempDirectory("planted");
            try {
                compile(folder, sources);
                return new ClassFileImporter().importPath(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file a class stands in, as its outermost class is named. */
    static String file(JavaClass type) {
        return type.getName().replaceAll("[$\\[;].*", "");
    }

    private static void compile(Path folder, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var files = Arrays.stream(sources).map(Source::new).toList();
        var complaints = new StringWriter();
        var options = List.of("-d", folder.toString(), "-proc:none");
        if (!compiler.getTask(complaints, null, null, options, null, files).call())
            throw new IllegalArgumentException(complaints.toString());
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.toList().reversed()) Files.delete(path);
        }
    }

    /** A file that exists only as text. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("planted:///" + name(text) + Kind.SOURCE.extension), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String name(String text) {
            return text.replaceAll("(?s).*?\\b(?:class|interface|enum|record)\\s+(\\w+).*", "$1");
        }
    }
}
