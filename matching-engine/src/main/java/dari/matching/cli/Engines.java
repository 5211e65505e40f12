package dari.matching.cli;

import dari.matching.OfferIndex;
import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index a command works with: in memory, or one of its own in a cluster that it drops in the end. */
final class Engines {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Engines() {}

    /** Work with an index. */
    interface Work<T> {
        T with(OfferIndex index) throws IOException;
    }

    static <T> T with(@Nullable URI elasticsearch, Vocabulary vocabulary, Work<T> work) throws IOException {
        if (elasticsearch == null) {
            try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
                return work.with(index);
            }
        }
        // the process number keeps two runs at once apart
        String name = "dari-cli-" + ProcessHandle.current().pid();
        try (ElasticsearchOfferIndex index = new ElasticsearchOfferIndex(checked(elasticsearch), name, vocabulary)) {
            index.position(); // a server that is away is told at once: there is nothing to drop yet
            try {
                return work.with(index);
            } finally {
                index.drop();
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
