package pingheng.survey;

import java.time.Instant;
import pingheng.value.Login;

/** A table of results that was imported: its sequence number, the digest of what it says, by whom (sign-in name, name) and when. */
public record SurveyImport(int number, String digest, Login person, String name, Instant at) {}
