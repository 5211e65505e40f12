package dari.discovery;

import java.util.List;

/**
 * A group of filters with how many offers each would leave beside what is chosen in the other groups.
 *
 * @param name parameter in the address
 * @param titleKey message key
 */
record Facet(String name, String titleKey, List<Choice> choices) {

    record Choice(String value, String label, long count, boolean chosen) {}
}
