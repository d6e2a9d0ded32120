package pingheng.framework;

import java.util.List;

/** A kind of department (财政, 教育 …) or a group of bodies (镇街); each county maps the kinds to its own bodies. */
public record Department(String kind, String english, boolean group, List<String> aliases) {}
