package pingheng.submission;

import java.time.Instant;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.number.Version;

/** The work summary 工作小结 of a body, in its newest version, and who wrote it: sign-in name and name. */
public record WorkSummary(
        BodyId body, String bodyName, Version version, String text, Login person, String name, Instant at) {}
