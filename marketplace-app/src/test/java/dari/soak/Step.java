package dari.soak;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done for a project, or what it waits for.
 *
 * @param kind what follows for whoever drives it
 * @param text what was done, whom it waits for, how it ended, or what is broken
 * @param until when what it waits for happens by itself; null where somebody or something acts
 */
record Step(Kind kind, String text, @Nullable Instant until) {

    enum Kind {
        /** Somebody did something. */
        DID,
        /** The startup is on the provider's page: the text is its address. */
        PAYS,
        /** The steward has to approve at the agent: the text is the hospital's place and the recipe's hash. */
        APPROVE,
        /** A program or a date comes next. */
        WAITS,
        /** Nothing is left to do. */
        OVER,
        /** Nobody can do anything, and no date is set. */
        STUCK
    }

    static Step did(String what) {
        return new Step(Kind.DID, what, null);
    }

    static Step waits(String whom) {
        return new Step(Kind.WAITS, whom, null);
    }

    static Step waits(String what, Instant until) {
        return new Step(Kind.WAITS, what, until);
    }

    static Step over(String how) {
        return new Step(Kind.OVER, how, null);
    }

    static Step stuck(String where) {
        return new Step(Kind.STUCK, where, null);
    }

    String line() {
        return kind + "\t" + (until == null ? "" : until) + "\t" + text.replaceAll("\\s+", " ");
    }

    static Step of(String line) {
        List<String> parts = List.of(line.strip().split("\t", 3));
        return new Step(
                Kind.valueOf(parts.get(0)),
                parts.size() > 2 ? parts.get(2) : "",
                parts.size() > 1 && !parts.get(1).isEmpty() ? Instant.parse(parts.get(1)) : null);
    }
}
