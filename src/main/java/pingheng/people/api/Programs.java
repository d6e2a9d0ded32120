package pingheng.people.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The way in for programs: the password comes with every request, so there is neither a session nor a token. A browser, which adds
 * a remembered password to requests that other sites make it send, gives itself away by its headers and goes the way of the pages.
 */
@Configuration(proxyBeanMethods = false)
public class Programs {
    /** What the interface is, open to everybody. */
    public static final String OPENAPI = "/api/v1/openapi";

    @Bean
    @Order(1)
    SecurityFilterChain stateless(HttpSecurity http) throws Exception {
        var turnstile = new Turnstile();
        http.securityMatcher(Programs::program)
                .authorizeHttpRequests(ask ->
                        ask.requestMatchers(OPENAPI).permitAll().anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(turnstile))
                .exceptionHandling(on -> on.authenticationEntryPoint(turnstile).accessDeniedHandler(turnstile));
        return http.build();
    }

    private static boolean program(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                && request.getHeader("Authorization") != null
                && request.getHeader("Origin") == null
                && request.getHeader("Sec-Fetch-Site") == null;
    }
}
