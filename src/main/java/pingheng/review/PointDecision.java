package pingheng.review;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import pingheng.value.number.Version;

/** A decision on a point, by its code, on top of the version that was seen; with what it needs of marks, score and reason. */
public record PointDecision(
        Version seen,
        String decision,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String marks,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String score,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String reason) {}
