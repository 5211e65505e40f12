package dari.provisioner.scrub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * What public lists say of 190,000 words in Latin letters: given names, family names, places, English words. A table of hashes
 * instead of strings: where two words shared one, a flag would be wrong and nothing else. Immutable.
 */
final class LatinWords {

    static final int GIVEN = 1;
    static final int FAMILY = 2;
    static final int PLACE = 4;
    static final int WORD = 8;

    private static final String FILE = "latin-words.txt.gz";
    private static final int SLOTS = 1 << 19;

    private final long[] hashes = new long[SLOTS];
    private final byte[] flags = new byte[SLOTS];
    private final WordClusters clusters = new WordClusters();

    LatinWords() {
        try (InputStream in = Objects.requireNonNull(LatinWords.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    add(line.substring(0, blank), Byte.parseByte(line.substring(blank + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String word, byte what) {
        long hash = hash(word);
        int slot = WordMemory.slot(hashes, hash);
        hashes[slot] = hash;
        flags[slot] |= what;
    }

    /** @param lower in small letters */
    int of(String lower) {
        return flags[WordMemory.slot(hashes, hash(lower))];
    }

    /**
     * Where in the tree of {@link WordClusters} a word stands.
     *
     * @param lower in small letters
     */
    int cluster(String lower) {
        return clusters.of(lower);
    }

    private static long hash(String word) {
        return WordMemory.hash(word, 0, word.length());
    }
}
