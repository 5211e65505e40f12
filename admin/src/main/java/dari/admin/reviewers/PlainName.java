package dari.admin.reviewers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares names of people and organisations as typed: width, capitals, spaces, dots and legal forms do not count. */
final class PlainName {

    private static final Pattern LEGAL_FORM =
            Pattern.compile("\\(주\\)|㈜|주식회사|\\b(inc|ltd|llc|corp|co)\\b\\.?", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int MOST_REMEMBERED = 20_000;

    /** One call compares the names of its reviewers' ties with those of all its applicants. */
    private static final Cache<String, String> KNOWN =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private PlainName() {}

    static boolean same(String one, String other) {
        String plain = KNOWN.get(one, PlainName::plain);
        return !plain.isEmpty() && plain.equals(KNOWN.get(other, PlainName::plain));
    }

    private static String plain(String name) {
        String wide = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_A_LETTER.matcher(LEGAL_FORM.matcher(wide).replaceAll(" ")).replaceAll("");
    }
}
