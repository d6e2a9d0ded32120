package pingheng.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Leads to an address as it is: braces in it are no places to be filled in, else a visitor's address breaks the answer. */
@Component
class Redirects implements ViewResolver, Ordered {
    private static final String PREFIX = "redirect:";

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (!name.startsWith(PREFIX)) return null;
        var redirect = new RedirectView(name.substring(PREFIX.length()), true, true, false);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}
