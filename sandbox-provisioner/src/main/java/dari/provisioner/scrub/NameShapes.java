package dari.provisioner.scrub;

import java.util.Set;
import java.util.regex.Pattern;

/** Forms that family names of many languages have, for those that no list holds. */
final class NameShapes {

    private static final int SHORTEST = 6;

    private static final Pattern PREFIX =
            Pattern.compile("(?:o'|mc|mac(?=[bcdfgklnp])|d'|al-|el-|ben-|fitz|st-)[\\p{L}'-]{3,}");

    private static final Pattern ENDING = Pattern.compile(
            "[\\p{L}'-]{2,}(?:ski|sky|ska|wicz|czyk|czak|poulos|opoulou|ides|idis|akis|yan|enko|chuk|ova|eva|ovic|evic|sson|ssen|quist|gren|strom|berg|stein|baum|feld|mann|swamy|raman|nathan|murthy|oglu|dottir|shvili|adze|zadeh|"
                    + "worth|field|bury|shaw|thwaite|bridge|croft|combe|hurst|ington|ingham|wright|smith|gate|dez|guez|quez|rigues|eira|elli|etti|ucci|ovich|evich|baev|taev|aliev|ullaev|ullayev|ulov|kov|nov|rov|eau|eaux|ault)(?:[ao]?)");

    /** Small words with such an ending. */
    private static final Set<String> WORDS = WordSet.of(
            "midfield afield infield minefield cornfield freeze plateau bureau whisky frisky risky husky default assault vault iceberg gomez");

    private NameShapes() {}

    /** Whether a word, in small letters, has the form of a family name. */
    static boolean isFamily(String lower) {
        return lower.length() >= SHORTEST
                && !WORDS.contains(lower)
                && (PREFIX.matcher(lower).matches() || ENDING.matcher(lower).matches() || hasForeignLetter(lower));
    }

    /** Accents that English words do not have. */
    private static boolean hasForeignLetter(String lower) {
        return lower.chars().anyMatch(c -> c > 0xdf && c < 0x250 && c != 'é' && c != 'ï' && c != 'è' && c != 'ö');
    }
}
