package dari.redecisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a decision about one project came to. */
record Grounds(List<Ground> all) {

    private static final Ground CALL = Ground.of(Subject.CALL, "", "");

    Grounds {
        all = List.copyOf(all);
    }

    /** What became of one ground; one side is missing where it came or went. */
    record Change(@Nullable Ground before, @Nullable Ground after) {

        Ground either() {
            return after == null ? Objects.requireNonNull(before) : after;
        }

        String valueBefore() {
            return before == null ? "" : before.value();
        }

        String valueAfter() {
            return after == null ? "" : after.value();
        }
    }

    /** What a later decision says differently, in its order; what it no longer says comes last. */
    List<Change> changesTo(Grounds later) {
        List<Ground> unknown = unknownOf(later);
        Stream<Change> said = later.all.stream()
                .filter(ground -> !unknown.contains(ground))
                .map(ground -> new Change(about(ground).orElse(null), ground))
                .filter(change -> !change.valueBefore().equals(change.valueAfter()));
        Stream<Change> gone = all.stream()
                .filter(ground -> !ground.subject().goesWithAnother())
                .filter(ground -> later.about(ground).isEmpty())
                .map(ground -> new Change(ground, null));
        return Stream.concat(said, gone).toList();
    }

    /** The same, with one change taken over. */
    Grounds with(Change change) {
        List<Ground> next = new ArrayList<>(all);
        next.removeIf(ground -> ground.isAboutSameAs(change.either()));
        if (change.after() != null) {
            next.add(change.after());
        }
        return new Grounds(next);
    }

    /**
     * What a later decision compares that this one did not know of yet: all of the call in a decision from before calls were
     * compared, and whatever comes with a board, which is asked by what holds then.
     */
    List<Ground> unknownOf(Grounds later) {
        boolean knowsCalls = about(CALL).isPresent();
        return later.all.stream()
                .filter(ground -> about(ground).isEmpty())
                .filter(ground -> switch (ground.subject()) {
                    case PAPERS, QUESTIONS -> true;
                    case CALL, STEP -> !knowsCalls;
                    default -> false;
                })
                .toList();
    }

    /** The same, and these. */
    Grounds and(List<Ground> more) {
        return new Grounds(Stream.concat(all.stream(), more.stream()).toList());
    }

    private Optional<Ground> about(Ground wanted) {
        return all.stream().filter(ground -> ground.isAboutSameAs(wanted)).findFirst();
    }
}
