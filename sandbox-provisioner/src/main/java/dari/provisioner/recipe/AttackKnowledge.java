package dari.provisioner.recipe;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the attacker of the assessment is assumed to know.
 *
 * @param known columns of the person table; empty means the quasi-identifiers
 * @param secret column the attacker wants to learn; null when no inference is tried
 * @param events codes of one person known besides
 */
public record AttackKnowledge(List<String> known, @Nullable String secret, int events) {

    public static final int DEFAULT_EVENTS = 2;

    public static final AttackKnowledge DEFAULT = new AttackKnowledge(List.of(), null, DEFAULT_EVENTS);

    public AttackKnowledge {
        known = List.copyOf(known);
    }

    /** Every column that the attack looks at besides the quasi-identifiers and the codes. */
    public List<String> columns() {
        return Stream.concat(known.stream(), Stream.ofNullable(secret)).toList();
    }
}
