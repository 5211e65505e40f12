package dari.provisioner.release;

import dari.provisioner.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tables and columns of known models mean, in both languages. */
public final class Descriptions {

    private static final String RESOURCE = "/dari/provisioner/release/descriptions.tsv";
    private static final String TABLE = "-";

    private final Map<List<String>, Words> words = new HashMap<>();

    private Descriptions() {}

    public static Descriptions load() {
        Descriptions descriptions = new Descriptions();
        try (InputStream in = Descriptions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().filter(l -> !l.startsWith("#")).forEach(descriptions::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return descriptions;
    }

    private void add(String line) {
        String[] parts = line.split("\t", -1);
        String key = "description." + parts[0] + "." + parts[1] + "." + parts[2];
        words.put(key(parts[1], parts[2]), Words.of(key.toLowerCase(Locale.ROOT), parts[3], parts[4]));
    }

    /** Null when no known model has such a table; names ignore case. */
    public @Nullable Words table(String table) {
        return words.get(key(table, TABLE));
    }

    /** Null when no known model has such a column in such a table; names ignore case. */
    public @Nullable Words column(String table, String column) {
        return words.get(key(table, column));
    }

    private static List<String> key(String table, String column) {
        return List.of(table.toLowerCase(Locale.ROOT), column.toLowerCase(Locale.ROOT));
    }
}
