package pingheng.rehearsal;

import org.springframework.stereotype.Component;
import pingheng.evidence.Evidence;
import pingheng.figure.Schools;
import pingheng.submission.Answers;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOffs;

/** The services by which a county's self-evaluation is played, the same that its pages call. */
@Component
record Hands(
        SelfEvaluations selfEvaluations,
        Answers answers,
        SignOffs signOffs,
        Evidence evidence,
        Schools schools,
        Seals seals) {}
