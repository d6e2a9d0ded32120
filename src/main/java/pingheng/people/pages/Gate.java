package pingheng.people.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import pingheng.people.account.Accounts;
import pingheng.people.account.SignedIn;
import pingheng.people.acts.Entrance;
import pingheng.people.api.Programs;
import pingheng.people.api.Turnstile;
import pingheng.people.setup.Setup;
import pingheng.value.Login;

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
    SecurityFilterChain pages(HttpSecurity http, RequestCache wanted, Entrance entrance, Setup setup) throws Exception {
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
                        .successHandler((request, response, known) ->
                                response.sendRedirect(entrance.after(request, response, new Login(login(known)))))
                        .failureUrl("/sign-in?wrong"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(on ->
                        on.authenticationEntryPoint(unknown(api, entrance)).accessDeniedHandler(denied(api, entrance)))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .csrfTokenRequestHandler(Entrance.tokens()))
                .addFilterAfter(entrance.uploads(setup), CsrfFilter.class)
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

    private static String login(Authentication known) {
        return known.getPrincipal() instanceof SignedIn person ? person.login().text() : known.getName();
    }

    /** People and scripts go one way, programs another. */
    private static AuthenticationEntryPoint unknown(RequestMatcher api, Entrance entrance) {
        var program = new Turnstile();
        return (request, response, unknown) -> {
            if (api.matches(request)) program.commence(request, response, unknown);
            else entrance.commence(request, response, unknown);
        };
    }

    private static AccessDeniedHandler denied(RequestMatcher api, Entrance entrance) {
        var program = new Turnstile();
        return (request, response, denied) -> {
            if (api.matches(request)) program.handle(request, response, denied);
            else entrance.handle(request, response, denied);
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
