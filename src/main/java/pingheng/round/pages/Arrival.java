package pingheng.round.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stamps each request when it arrives, before anything else: a deadline is held against this, not against when it is dealt with. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Arrival extends OncePerRequestFilter {
    private static final String ARRIVED = "pingheng.arrived";

    private final Clock clock;

    Arrival(Clock clock) {
        this.clock = clock;
    }

    /** When the request arrived. */
    public static Instant of(HttpServletRequest request) {
        if (request.getAttribute(ARRIVED) instanceof Instant arrived) return arrived;
        throw new IllegalStateException("came in beside the filter");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ARRIVED, clock.instant().truncatedTo(ChronoUnit.MICROS));
        chain.doFilter(request, response);
    }
}
