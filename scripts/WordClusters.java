import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes sandbox-provisioner's word-clusters.txt.gz: {@code java scripts/WordClusters.java CLUSTERS OUT}. CLUSTERS is the lexicon
 * en-brown-clusters-simplified-lowercase.xz of the Maven artifact edu.emory.mathcs.nlp:nlp4j-english:1.1.2 (Apache License 2.0) unpacked
 * with {@code xz -d}: a serialised map from each word to the beginnings of its path. Written: a line for each cluster, its path and its words.
 */
final class WordClusters {

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Map<String, TreeSet<String>> clusters = new TreeMap<>();
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(Path.of(args[0]))))) {
            ((Map<?, ?>) in.readObject()).forEach((word, beginnings) -> {
                if (word.toString().matches("[a-z]{2,20}")) {
                    clusters.computeIfAbsent(longest((Collection<?>) beginnings), path -> new TreeSet<>())
                            .add(word.toString());
                }
            });
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1]))) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            for (Map.Entry<String, TreeSet<String>> cluster : clusters.entrySet()) {
                String line = cluster.getKey() + " " + String.join(" ", cluster.getValue()) + "\n";
                out.write(line.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static String longest(Collection<?> beginnings) {
        return beginnings.stream().map(Object::toString).max(Comparator.comparingInt(String::length)).orElseThrow();
    }
}
