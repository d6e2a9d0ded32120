package pingheng.page.failure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Where one can see what an address changes: the nearest address above it that is there to be read. */
@Component
class Shown {
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    Shown(ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /** The address itself, or one above it; "/" where there is none. */
    String by(String path) {
        for (var at = path; at.startsWith("/") && at.length() > 1; at = at.substring(0, at.lastIndexOf('/')))
            if (isRead(at)) return at;
        return "/";
    }

    private boolean isRead(String path) {
        var parsed = PathContainer.parsePath(path);
        return handlers.stream()
                .flatMap(all -> all.getHandlerMethods().keySet().stream())
                .filter(one -> one.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(one -> one.getPathPatternsCondition())
                .anyMatch(
                        one -> one != null && one.getPatterns().stream().anyMatch(pattern -> pattern.matches(parsed)));
    }
}
