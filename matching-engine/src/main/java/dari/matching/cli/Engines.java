package dari.matching.cli;

import dari.matching.OfferIndex;
import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.retrieval.Retrieval;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The index a command works with: in a folder that goes in the end, or one of its own in a cluster that it drops in the end. */
final class Engines {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Engines() {}

    /** Work with an index. */
    interface Work<T> {
        T with(OfferIndex index) throws IOException;
    }

    /** @param retrieval closed in the end */
    static <T> T with(@Nullable URI elasticsearch, Retrieval retrieval, Work<T> work) throws IOException {
        if (elasticsearch == null) {
            return embedded(retrieval, work);
        }
        // the process number keeps two runs at once apart
        String name = "dari-cli-" + ProcessHandle.current().pid();
        try (ElasticsearchOfferIndex index = new ElasticsearchOfferIndex(checked(elasticsearch), name, retrieval)) {
            index.position(); // a server that is away is told at once: there is nothing to drop yet
            try {
                return work.with(index);
            } finally {
                index.drop();
            }
        }
    }

    /** In a folder for the time being, not in memory: a collection may be large. */
    private static <T> T embedded(Retrieval retrieval, Work<T> work) throws IOException {
        Path folder = Files.createTempDirectory("dari-index-");
        try (LuceneOfferIndex index = LuceneOfferIndex.open(folder, retrieval)) {
            return work.with(index);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** @throws BadInput when it is no address of a server */
    static URI checked(URI elasticsearch) {
        if (elasticsearch.getHost() == null
                || elasticsearch.getScheme() == null
                || !SCHEMES.contains(elasticsearch.getScheme().toLowerCase(Locale.ROOT))) {
            throw new BadInput("--elasticsearch: expected an address like http://localhost:9200, was " + elasticsearch);
        }
        return elasticsearch;
    }
}
