package dari.matching.permission;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a permitted use must do in return: a modifier of the terms that became a task with a day and a proof.
 *
 * @param kind what is to be done
 * @param evidence what shows that it was done
 * @param anchor what its day is counted from
 * @param days days after the anchor by which the evidence is there
 * @param date the day that the terms themselves name, null when they name none
 */
public record Duty(
        Kind kind,
        Evidence evidence,
        Anchor anchor,
        int days,
        @Nullable LocalDate date) {

    /** What is to be done. */
    public enum Kind {
        /** An ethics board approves before access (DUO IRB). */
        ETHICS_APPROVAL,
        /** Work together with the holder of the data (DUO COL). */
        COLLABORATION,
        /** Publish the results (DUO PUB). */
        PUBLICATION,
        /** Publish nothing before the date the terms name (DUO MOR). */
        PUBLICATION_MORATORIUM,
        /** Return the trained model to the hospital. */
        MODEL_RETURN,
        /** Train again without patients who withdrew. */
        RETRAIN_AFTER_WITHDRAWAL
    }

    /** What shows that a duty was met. */
    public enum Evidence {
        APPROVAL_LETTER,
        NAMED_COLLABORATOR,
        PUBLICATION_REFERENCE,
        STATEMENT_OF_NO_PUBLICATION,
        MODEL_RECEIPT,
        TRAINING_RECORD
    }

    /** What the day of a duty is counted from. */
    public enum Anchor {
        ACCESS_STARTS,
        ACCESS_ENDS,
        /** Each notice that a patient withdrew: the day comes with the notice. */
        WITHDRAWAL_NOTICE,
        /** The date that the terms name. */
        DATE_OF_TERMS
    }

    /**
     * The day by which the evidence is there, the day itself included.
     *
     * @return empty when only an event yet to come sets it, or when the terms' date is not one that can be read
     */
    public Optional<LocalDate> dueOn(LocalDate accessStarts, LocalDate accessEnds) {
        return switch (anchor) {
            case ACCESS_STARTS -> Optional.of(accessStarts.plusDays(days));
            case ACCESS_ENDS -> Optional.of(accessEnds.plusDays(days));
            case DATE_OF_TERMS -> Optional.ofNullable(date);
            case WITHDRAWAL_NOTICE -> Optional.empty();
        };
    }

    public String getMessageKey() {
        return "matching.duty." + kind.name();
    }

    /** The sentence that says by when; {@link #getDueArgument()} goes into it. */
    public String getDueKey() {
        return "matching.due."
                + switch (anchor) {
                    case ACCESS_STARTS -> "BEFORE_ACCESS";
                    case ACCESS_ENDS -> days == 0 ? "ACCESS_ENDS" : "AFTER_ACCESS";
                    case WITHDRAWAL_NOTICE -> "AFTER_NOTICE";
                    case DATE_OF_TERMS -> date == null ? "ASK" : "UNTIL";
                };
    }

    /** The days or the date. */
    public String getDueArgument() {
        return date == null ? Integer.toString(days) : date.toString();
    }

    public String getEvidenceKey() {
        return "matching.evidence." + evidence.name();
    }
}
