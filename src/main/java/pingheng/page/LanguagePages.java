package pingheng.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.form.Hidden;

@Controller
class LanguagePages {
    private static final int YEAR = 365 * 24 * 3600;

    /** Changes the language and goes back to a page of this site. */
    @PostMapping("/language")
    String choose(@RequestParam String lang, @RequestParam String back, HttpServletResponse response) {
        var cookie = new Cookie(Rendering.LANGUAGE, lang.equals("en") ? "en" : "zh");
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return "redirect:" + Hidden.local(back);
    }
}
