package pingheng.rehearsal;

import org.springframework.stereotype.Component;
import pingheng.evidence.Evidence;
import pingheng.figure.Schools;
import pingheng.submission.Answers;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOffs;
import pingheng.submission.figures.Reporting;

/** The services by which a county's self-evaluation is played, the same that its pages call. */
@Component
record Hands(
        SelfEvaluations selfEvaluations,
        Answers answers,
        Reporting reporting,
        SignOffs signOffs,
        Evidence evidence,
        Schools schools,
        Seals seals) {}
