package pingheng.people.pages;

import java.util.List;
import pingheng.page.Page;
import pingheng.people.account.Cast;

/** The sign-in; in a rehearsal with its cast. */
public record SignInPage(boolean wrong, List<Cast> cast) implements Page {}
