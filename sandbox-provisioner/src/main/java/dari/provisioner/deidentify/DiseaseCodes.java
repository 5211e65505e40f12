package dari.provisioner.deidentify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a code of ICD-10 or of the Korean classification (KCD) stands: subcategory, category, block, chapter. */
final class DiseaseCodes {

    /** What a code that is none becomes above its own level. */
    static final String UNKNOWN = "미상";

    private static final String RESOURCE = "/dari/provisioner/deidentify/icd10-blocks.tsv";

    /** With or without the dot, KCD's further digits, and the marks of dagger and asterisk. */
    private static final Pattern CODE = Pattern.compile("([A-Z][0-9]{2})\\.?([0-9X]?)[0-9A-Z]{0,4}[†*+]?");

    private record Range(String from, String to) {
        static Range of(String text) {
            return new Range(text.substring(0, 3), text.substring(4));
        }

        boolean holds(String category) {
            return from.compareTo(category) <= 0 && category.compareTo(to) <= 0;
        }

        String label() {
            return from.equals(to) ? from : from + "-" + to;
        }
    }

    private record Chapter(Range range, List<Range> blocks) {}

    private final List<Chapter> chapters = new ArrayList<>();

    private DiseaseCodes() {}

    static DiseaseCodes load() {
        DiseaseCodes codes = new DiseaseCodes();
        try (InputStream in = DiseaseCodes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(codes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codes;
    }

    private void add(String line) {
        String[] parts = line.split("\t", -1);
        List<Range> blocks = new ArrayList<>();
        for (String block : parts[1].split(" ", -1)) {
            blocks.add(Range.of(block));
        }
        chapters.add(new Chapter(Range.of(parts[0]), blocks));
    }

    /** Subcategory, category, block and chapter; each {@link #UNKNOWN} when the text is no code. */
    List<String> path(String text) {
        Matcher code = CODE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!code.matches()) {
            return List.of(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        }
        String category = code.group(1);
        String subcategory = code.group(2).isEmpty() ? category : category + "." + code.group(2);
        for (Chapter chapter : chapters) {
            if (chapter.range().holds(category)) {
                String block = chapter.blocks().stream()
                        .filter(b -> b.holds(category))
                        .map(Range::label)
                        .findFirst()
                        .orElse(chapter.range().label());
                return List.of(subcategory, category, block, chapter.range().label());
            }
        }
        return List.of(subcategory, category, UNKNOWN, UNKNOWN);
    }
}
