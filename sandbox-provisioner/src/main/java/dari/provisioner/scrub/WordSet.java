package dari.provisioner.scrub;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small word lists that belong to one rule and stand beside it. */
final class WordSet {

    private WordSet() {}

    /** @param words separated by spaces */
    static Set<String> of(String words) {
        return Stream.of(words.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
