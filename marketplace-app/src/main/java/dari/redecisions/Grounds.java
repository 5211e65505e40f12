package dari.redecisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a decision about one project came to. */
record Grounds(List<Ground> all) {

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
        Stream<Change> said = later.all.stream()
                .map(ground -> new Change(about(ground).orElse(null), ground))
                .filter(change -> !change.valueBefore().equals(change.valueAfter()));
        Stream<Change> gone =
                all.stream().filter(ground -> later.about(ground).isEmpty()).map(ground -> new Change(ground, null));
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

    private Optional<Ground> about(Ground wanted) {
        return all.stream().filter(ground -> ground.isAboutSameAs(wanted)).findFirst();
    }
}
