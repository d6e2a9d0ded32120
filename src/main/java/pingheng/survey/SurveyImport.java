package pingheng.survey;

import java.time.Instant;

/** A table of results that was imported: its sequence number, the digest of what it says, by whom (sign-in name, name) and when. */
public record SurveyImport(int number, String digest, String person, String name, Instant at) {}
