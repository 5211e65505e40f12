package dari.matching;

import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that begins a rebuild and never ends it, to be killed. */
public final class RebuildInAChild {

    static final String WORD = "glaucoma";
    static final int OFFERS = 6_000;
    static final long POSITION = 7;
    private static final int STOPS_BEFORE = 5_600;
    private static final String READY = "stored so far";

    private RebuildInAChild() {}

    /** @param location a folder, or the address of a server */
    static OfferIndex open(String location) {
        return location.startsWith("http")
                ? new ElasticsearchOfferIndex(URI.create(location), "killed", Vocabulary.builtIn())
                : LuceneOfferIndex.open(Path.of(location), Vocabulary.builtIn());
    }

    public static void main(String[] args) {
        OfferIndex index = open(args[0]);
        index.rebuild(new NumberedOffers(WORD, OFFERS, POSITION, number -> {
            if (number == STOPS_BEFORE) {
                System.out.println(READY);
                waitForTheEnd();
            }
        }));
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts such a process and kills it in the middle. */
    static void startAndKill(String location) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RebuildInAChild.class.getName(),
                        location)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.equals(READY)) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the child ended by itself with " + child.waitFor());
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
