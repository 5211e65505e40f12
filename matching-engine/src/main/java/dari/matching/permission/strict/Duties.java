package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Duty;
import dari.matching.permission.Duty.Anchor;
import dari.matching.permission.Duty.Evidence;
import dari.matching.permission.Duty.Kind;
import dari.matching.permission.Term;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The modifiers that become tasks. The periods are ours, for a program to start from: no source fixes them, and an
 * agreement may set others.
 */
final class Duties {

    private static final int DAYS_TO_PUBLISH = 365;
    private static final int DAYS_TO_RETRAIN = 30;

    /**
     * A modifier that a dataset may set.
     *
     * @param refusedRule the rule when the purpose refuses it, with its effect
     */
    record Modifier(Term term, Duty duty, String refusedRule, Decision refused) {}

    static final List<Modifier> MODIFIERS = List.of(
            modifier(Term.ETHICS_APPROVAL_REQUIRED, Kind.ETHICS_APPROVAL, Evidence.APPROVAL_LETTER),
            modifier(Term.COLLABORATOR_REQUIRED, Kind.COLLABORATION, Evidence.NAMED_COLLABORATOR),
            new Modifier(
                    Term.PUBLICATION_RESULTS,
                    new Duty(
                            Kind.PUBLICATION,
                            Evidence.PUBLICATION_REFERENCE,
                            Anchor.ACCESS_ENDS,
                            DAYS_TO_PUBLISH,
                            null),
                    "DUTY-REFUSED",
                    Decision.ASK),
            new Modifier(
                    Term.AI_MODEL_RETURNED,
                    new Duty(Kind.MODEL_RETURN, Evidence.MODEL_RECEIPT, Anchor.ACCESS_ENDS, 0, null),
                    "AI-RETURN",
                    Decision.DENY),
            new Modifier(
                    Term.AI_RETRAIN_AFTER_WITHDRAWAL,
                    new Duty(
                            Kind.RETRAIN_AFTER_WITHDRAWAL,
                            Evidence.TRAINING_RECORD,
                            Anchor.WITHDRAWAL_NOTICE,
                            DAYS_TO_RETRAIN,
                            null),
                    "AI-RETRAIN",
                    Decision.DENY));

    private Duties() {}

    private static Modifier modifier(Term term, Kind kind, Evidence evidence) {
        return new Modifier(
                term, new Duty(kind, evidence, Anchor.ACCESS_STARTS, 0, null), "DUTY-REFUSED", Decision.ASK);
    }

    /** The duties that a dataset's terms bring, in the order of their kinds. */
    static List<Duty> of(TermPair pair) {
        List<Duty> duties = new ArrayList<>();
        MODIFIERS.stream()
                .filter(modifier -> pair.dataset().isTrue(modifier.term()))
                .forEach(modifier -> duties.add(modifier.duty()));
        if (pair.dataset().isSet(Term.PUBLICATION_MORATORIUM)) {
            duties.add(new Duty(
                    Kind.PUBLICATION_MORATORIUM,
                    Evidence.STATEMENT_OF_NO_PUBLICATION,
                    Anchor.DATE_OF_TERMS,
                    0,
                    endOfMoratorium(pair)));
        }
        duties.sort(Comparator.comparing(Duty::kind));
        return duties;
    }

    /** The day until which nothing is published; null when the terms put it in other words than year-month-day. */
    static @Nullable LocalDate endOfMoratorium(TermPair pair) {
        String text = pair.dataset().text(Term.PUBLICATION_MORATORIUM);
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
