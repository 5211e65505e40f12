package dari.provisioner.scrub;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a steward decided about free text.
 *
 * @param actions per type; what is not named is treated as usual
 * @param language how three short numbers are read as a date; identifiers of both languages are looked for in any case
 * @param maxDays largest shift of dates either way, as in {@code shiftDate}
 * @param keepWeekday whether dates move by whole weeks
 */
public record ScrubPlan(Map<IdentifierType, ScrubAction> actions, Language language, int maxDays, boolean keepWeekday) {

    /** As {@code shiftDate} has it. */
    public static final int DEFAULT_MAX_DAYS = 365;

    /** Every type as usual. */
    public static final ScrubPlan USUAL = new ScrubPlan(Map.of(), Language.AUTO, DEFAULT_MAX_DAYS, false);

    private static final int DAYS_OF_A_WEEK = 7;

    public ScrubPlan {
        Map<IdentifierType, ScrubAction> copy = new EnumMap<>(IdentifierType.class);
        copy.putAll(actions);
        actions = Collections.unmodifiableMap(copy);
    }

    /** Which language the notes are in. */
    public enum Language {
        KO,
        EN,
        /** Decided for each note. */
        AUTO
    }

    public ScrubPlan in(Language other) {
        return new ScrubPlan(actions, other, maxDays, keepWeekday);
    }

    ScrubAction action(IdentifierType type) {
        return actions.getOrDefault(type, type.usual());
    }

    /** Whether an action means something for a type: only dates move, and no made-up address would be one. */
    public static boolean allows(IdentifierType type, ScrubAction action) {
        return switch (action) {
            case SHIFT -> type == IdentifierType.DATE;
            case SURROGATE -> type != IdentifierType.ADDRESS && type != IdentifierType.DATE;
            case MASK, REMOVE, KEEP -> true;
        };
    }

    /** Never 0; the same days that {@code shiftDate} moves this person's columns by. */
    long shift(KeyedHash hash, String person) {
        long random = hash.integer("shiftDate", person);
        int step = keepWeekday ? DAYS_OF_A_WEEK : 1;
        return step * (1 + (random / 2) % (maxDays / step)) * (random % 2 == 0 ? 1 : -1);
    }
}
