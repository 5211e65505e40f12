package dari.admin.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How alike two titles are: the share of letter pairs they have in common (Dice), which needs no word boundaries. */
final class Likeness {

    /** From here on a person looks; a lower bound would show every second title about patients. */
    static final double ALIKE = 0.6;

    private Likeness() {}

    /** From 0 (nothing in common) to 1 (the same letters). */
    static double of(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        if (a.length() < 2 || b.length() < 2) {
            return a.equals(b) && !a.isEmpty() ? 1 : 0;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < a.length(); i++) {
            pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + 1 < b.length(); i++) {
            String pair = b.substring(i, i + 2);
            int left = pairs.getOrDefault(pair, 0);
            if (left > 0) {
                pairs.put(pair, left - 1);
                common++;
            }
        }
        return 2.0 * common / (a.length() + b.length() - 2);
    }

    /** The most alike of several with one. */
    static double most(List<String> titles, String other) {
        return titles.stream().mapToDouble(title -> of(title, other)).max().orElse(0);
    }

    /** Whether two names mean the same organisation, as lists write them. */
    static boolean sameName(String one, String other) {
        return !letters(one).isEmpty() && letters(one).equals(letters(other));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
