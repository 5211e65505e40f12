package dari.admin.eligibility;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one organisation declared of itself. What it left open is absent, never assumed. */
public record Declaration(Map<Fact, String> facts) {

    public static final Declaration NONE = new Declaration(Map.of());

    /** Keeps only choices that exist. */
    @JsonCreator
    public Declaration {
        Map<Fact, String> kept = new EnumMap<>(Fact.class);
        facts.forEach((fact, choice) -> {
            if (fact.choices().contains(choice)) {
                kept.put(fact, choice);
            }
        });
        facts = Collections.unmodifiableMap(kept);
    }

    @JsonValue
    @Override
    public Map<Fact, String> facts() {
        return facts;
    }

    /** The same with one fact said otherwise. */
    public Declaration with(Fact fact, String choice) {
        Map<Fact, String> changed = new EnumMap<>(Fact.class);
        changed.putAll(facts);
        changed.put(fact, choice);
        return new Declaration(changed);
    }

    public @Nullable String of(Fact fact) {
        return facts.get(fact);
    }

    public @Nullable FirmSize size() {
        String size = of(Fact.SIZE);
        return size == null ? null : FirmSize.valueOf(size);
    }
}
