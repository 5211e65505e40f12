package dari.documents;

import java.text.Normalizer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a name that is safe in a header and on a disk out of whatever the browser sent. */
public final class FileName {

    private static final int MOST = 120;

    private FileName() {}

    /** Keeps letters and digits of any script; the ending always fits the content. */
    static String of(@Nullable String sent, FileType type) {
        return of(sent, type::isCalledBy, type.extension());
    }

    /**
     * @param fits whether an ending says what the content is
     * @param usual the ending otherwise
     */
    public static String of(@Nullable String sent, Predicate<String> fits, String usual) {
        String name = sent == null ? "" : Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[^\\p{L}\\p{N} ._()-]", "").replaceAll("\\s+", " ");
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        base = base.replaceAll("^[. ]+|[. ]+$", "");
        base = base.substring(0, base.offsetByCodePoints(0, Math.min(MOST, base.codePointCount(0, base.length()))));
        return (base.isEmpty() ? "document" : base) + "." + (fits.test(extension) ? extension : usual);
    }
}
