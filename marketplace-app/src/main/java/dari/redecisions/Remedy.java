package dari.redecisions;

import dari.kernel.Face;
import dari.matching.permission.Decision;
import dari.redecisions.Grounds.Change;
import dari.sandboxes.Tier;
import java.util.Arrays;
import java.util.List;

/**
 * What a difference asks of the two sides. None of them stops anything by itself: what was lawful goes on until somebody
 * decides.
 */
enum Remedy {
    /** What was signed says otherwise: it binds until both sides sign an amendment, or say that it stays. */
    AMENDMENT(Face.HOSPITAL, 28),
    /** A board agreed to something else: it looks again, or says that its word covers this. */
    LOOK(Face.HOSPITAL, 21),
    /** Nothing has to be done but to know it. */
    TOLD(Face.STARTUP, 14),
    /** The same, where it is the hospital's business. */
    TOLD_HOSPITAL(Face.HOSPITAL, 14);

    private static final List<String> WIDER_SCOPES = List.of("scope.disease", "scope.health", "scope.general");

    private final Face owner;
    private final int days;

    Remedy(Face owner, int days) {
        this.owner = owner;
        this.days = days;
    }

    /** Whose task it is. */
    Face owner() {
        return owner;
    }

    /** Whether nobody else of the hospital answers it. */
    boolean isForTheOffice() {
        return this == AMENDMENT || this == TOLD_HOSPITAL;
    }

    /** Days within which it is meant to be done. */
    int days() {
        return days;
    }

    static Remedy of(Change change) {
        return switch (change.either().subject()) {
            case VERDICT -> verdict(change.valueBefore(), change.valueAfter());
            case TIER -> change.valueAfter().equals(Tier.HIGH.name()) ? LOOK : TOLD;
            case BOARD -> change.after() != null && !isAsked(change.valueBefore()) ? LOOK : TOLD;
            case DUTY -> change.after() == null ? TOLD : AMENDMENT;
            case CLAUSE -> isWider(change) ? TOLD : AMENDMENT;
            case ACCESS_DAYS ->
                Integer.parseInt(change.valueAfter()) < Integer.parseInt(change.valueBefore()) ? AMENDMENT : TOLD;
            case ENVIRONMENT -> codes(change.valueAfter()).containsAll(codes(change.valueBefore())) ? TOLD : LOOK;
            case CALL -> change.valueAfter().startsWith("CANCELLED") ? AMENDMENT : TOLD;
            case STEP -> change.valueAfter().startsWith("HOSPITAL") ? TOLD_HOSPITAL : TOLD;
            case PAPERS, QUESTIONS, RULES -> TOLD;
        };
    }

    private static Remedy verdict(String before, String after) {
        if (decision(after) == Decision.DENY) {
            return AMENDMENT;
        }
        boolean newQuestion = decision(after) == Decision.ASK && decision(before) != Decision.DENY;
        return newQuestion ? LOOK : TOLD;
    }

    static Decision decision(String value) {
        return Decision.valueOf(value.split(" ", 2)[0]);
    }

    private static boolean isAsked(String value) {
        return value.startsWith("NEEDED");
    }

    /** A project may go on with less than the terms allow now. */
    private static boolean isWider(Change change) {
        String after = change.valueAfter();
        return after.endsWith(".yes")
                || after.endsWith(".allowed")
                || (WIDER_SCOPES.contains(after)
                        && WIDER_SCOPES.indexOf(after) > WIDER_SCOPES.indexOf(change.valueBefore()));
    }

    static List<String> codes(String value) {
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(" "));
    }
}
