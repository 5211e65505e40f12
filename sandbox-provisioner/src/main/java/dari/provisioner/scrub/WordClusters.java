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
 * Which words stand at the same places in English texts: 530,000 words and names as the leaves of a binary tree
 * of 1,500 clusters (Brown et al. 1992). Of a word that no labelled note has, the model so knows its likes. A table of hashes as that of
 * {@link LatinWords}. Immutable.
 */
final class WordClusters {

    private static final String FILE = "word-clusters.txt.gz";
    private static final int SLOTS = 1 << 20;

    private final long[] hashes = new long[SLOTS];

    private final int[] paths = new int[SLOTS];

    WordClusters() {
        try (InputStream in = Objects.requireNonNull(WordClusters.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int from = line.indexOf(' ');
                int path = Integer.parseInt("1" + line.substring(0, from), 2);
                for (int to; from < line.length(); from = to) {
                    to = line.indexOf(' ', from + 1);
                    to = to < 0 ? line.length() : to;
                    long hash = WordMemory.hash(line, from + 1, to);
                    int slot = WordMemory.slot(hashes, hash);
                    hashes[slot] = hash;
                    paths[slot] = path;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The path of a word from the root of the tree, as bits behind a leading one; 0 for none.
     *
     * @param lower in small letters
     */
    int of(String lower) {
        return paths[WordMemory.slot(hashes, WordMemory.hash(lower, 0, lower.length()))];
    }

    /** The beginning of a path, so many bits: a cluster of clusters. */
    static int branch(int path, int bits) {
        int length = 31 - Integer.numberOfLeadingZeros(path | 1);
        return length <= bits ? path : path >>> (length - bits);
    }
}
