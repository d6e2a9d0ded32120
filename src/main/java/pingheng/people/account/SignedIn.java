package pingheng.people.account;

import java.io.Serializable;
import java.security.Principal;
import pingheng.value.Login;

/** Somebody who has signed in; the mark is that of the password they did it with. */
public record SignedIn(Login login, String name, String mark) implements Principal, Serializable {
    @Override
    public String getName() {
        return login.text();
    }
}
