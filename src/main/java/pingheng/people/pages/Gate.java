package pingheng.people.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import pingheng.people.account.Accounts;
import pingheng.people.api.Programs;
import pingheng.people.api.Turnstile;

/** Who gets in. What one may do inside is asked of the rules, not of addresses. */
@Configuration(proxyBeanMethods = false)
class Gate {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The longest address that is opened after a sign-in. */
    private static final int LONGEST = 1000;

    /**
     * After a sign-in the page that was wanted is opened. Nothing that was sent before is carried out: whoever signs in next may be
     * somebody else.
     */
    @Bean
    SecurityFilterChain pages(HttpSecurity http, RequestCache wanted) throws Exception {
        var api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        http.authorizeHttpRequests(ask -> ask.requestMatchers(
                                "/sign-in",
                                "/slip",
                                "/setup/*",
                                "/language",
                                "/rehearsal/sign-in",
                                "/webjars/**",
                                "/static/**",
                                "/error",
                                "/health",
                                Programs.OPENAPI)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .defaultSuccessUrl("/")
                        .failureUrl("/sign-in?wrong"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(
                        on -> on.authenticationEntryPoint(unknown(api)).accessDeniedHandler(denied(api)))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)));
        return http.build();
    }

    @Bean
    AuthenticationProvider passwords(Accounts accounts) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) throws AuthenticationException {
                if (!accounts.signIn(asked.getName(), String.valueOf(asked.getCredentials())))
                    throw new BadCredentialsException("wrong");
                var signedIn =
                        accounts.signedIn(asked.getName()).orElseThrow(() -> new BadCredentialsException("gone"));
                return UsernamePasswordAuthenticationToken.authenticated(signedIn, "", java.util.List.of());
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }

    /** A person is led to the sign-in page; a script that fills a part of a page is told, and so is a program. */
    private static AuthenticationEntryPoint unknown(RequestMatcher api) {
        var page = new LoginUrlAuthenticationEntryPoint("/sign-in");
        var script = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        var program = new Turnstile();
        return (request, response, unknown) -> {
            if (api.matches(request)) program.commence(request, response, unknown);
            else if (request.getHeader("HX-Request") != null) script.commence(request, response, unknown);
            else page.commence(request, response, unknown);
        };
    }

    private static AccessDeniedHandler denied(RequestMatcher api) {
        var page = new AccessDeniedHandlerImpl();
        var program = new Turnstile();
        return (request, response, denied) -> {
            if (api.matches(request)) program.handle(request, response, denied);
            else page.handle(request, response, denied);
        };
    }

    /** The address of the page that was wanted is in a cookie: of those who have not signed in the server keeps nothing. */
    @Bean
    RequestCache wanted() {
        var wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().startsWith("/api/")
                && !request.getRequestURI().matches("/(sign-out|favicon.ico|error)")
                && request.getRequestURI().length()
                                + String.valueOf(request.getQueryString()).length()
                        < LONGEST);
        wanted.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return wanted;
    }
}
