package pingheng.page;

import jakarta.servlet.http.HttpServletRequest;

/** Fills the masthead for a request; what stands above everything is known above, not here. */
public interface Mastheads {
    Masthead of(HttpServletRequest request);
}
