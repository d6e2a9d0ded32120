package pingheng.people.account;

import pingheng.problem.Sentence;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** A person of the rehearsal, listed at the sign-in with one line on what to try. */
public record Cast(Login login, String name, String post, UnitCode unit, Sentence hint) {}
