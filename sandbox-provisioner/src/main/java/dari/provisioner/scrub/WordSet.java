package dari.provisioner.scrub;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Small word lists that belong to one rule and stand beside it; hash tables, since sets of Java's own divide at every question. */
final class WordSet {

    private WordSet() {}

    /** @param words separated by spaces */
    static Set<String> of(String words) {
        return Collections.unmodifiableSet(new HashSet<>(List.of(words.split(" ", -1))));
    }
}
