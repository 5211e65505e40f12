package dari.provisioner.assess;

import java.util.HashMap;
import java.util.Map;

/** Numbers for the texts of one column, shared by all tables of one assessment. */
final class Vocabulary {

    private final Map<String, Integer> numberOf = new HashMap<>();

    int number(String text) {
        return numberOf.computeIfAbsent(text, t -> numberOf.size());
    }

    /** The number, or -1 when no table holds the text. */
    int known(String text) {
        return numberOf.getOrDefault(text, -1);
    }

    Map<String, Integer> all() {
        return Map.copyOf(numberOf);
    }
}
