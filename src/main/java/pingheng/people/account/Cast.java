package pingheng.people.account;

import pingheng.problem.Sentence;

/** A person of the rehearsal, listed at the sign-in with one line on what to try. */
public record Cast(String login, String name, String post, String unit, Sentence hint) {}
