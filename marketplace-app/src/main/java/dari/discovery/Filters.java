package dari.discovery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a startup narrows the list; what is not set lets everything through.
 *
 * @param chosen codes by criterion, of which an offer must have one; criteria without codes are left out
 * @param least least number of persons; an offer that states none is left out, as for the most
 * @param most most number of persons
 */
public record Filters(
        Map<Criterion, List<String>> chosen,
        @Nullable Long least,
        @Nullable Long most) {

    public static final Filters NONE = new Filters(Map.of(), null, null);

    public Filters {
        Map<Criterion, List<String>> kept = new EnumMap<>(Criterion.class);
        chosen.forEach((criterion, codes) -> {
            if (!codes.isEmpty()) {
                kept.put(criterion, List.copyOf(codes));
            }
        });
        chosen = Map.copyOf(kept);
    }

    List<String> of(Criterion criterion) {
        return chosen.getOrDefault(criterion, List.of());
    }
}
