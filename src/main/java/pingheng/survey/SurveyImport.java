package pingheng.survey;

import java.time.Instant;

/** A table of results that was imported: the how-manieth, the digest of what it says, by whom and when. */
public record SurveyImport(int number, String digest, String person, Instant at) {}
