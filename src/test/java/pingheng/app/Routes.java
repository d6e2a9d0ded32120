package pingheng.app;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the application, as the application itself knows them. */
public record Routes(List<Route> all) {
    /** One way in: GET /r/{round}/{unit}. */
    public record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        /** The address with its variables filled in. */
        public String filled(Map<String, String> variables) {
            var filled = path;
            for (var one : variables.entrySet()) filled = filled.replace("{" + one.getKey() + "}", one.getValue());
            if (filled.contains("{")) throw new IllegalStateException("no value for a variable of " + path);
            return filled;
        }
    }

    /** Those of our own handlers, by path. */
    public static Routes of(App app) {
        return new Routes(app
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(one -> one.getValue().getBeanType().getName().startsWith("pingheng"))
                .flatMap(one -> one.getKey().getPatternValues().stream()
                        .flatMap(path -> one.getKey().getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> new Route(method, plain(path)))))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList());
    }

    /** The path without what its variables must look like: {unit:[0-9]{6}} is {unit}. */
    private static String plain(String path) {
        return path.replaceAll("\\{([a-z]+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }
}
