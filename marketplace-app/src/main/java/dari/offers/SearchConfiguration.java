package dari.offers;

import dari.matching.Matcher;
import dari.matching.OfferIndex;
import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.vocabulary.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SearchConfiguration {

    @Bean
    Matcher matcher(Vocabulary vocabulary) {
        return Matcher.strict(vocabulary);
    }

    /** An index of this node's own, below the application's directory. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "dari.search.engine", havingValue = "lucene", matchIfMissing = true)
    OfferIndex luceneIndex(@Value("${dari.home}") Path home, Vocabulary vocabulary) {
        return LuceneOfferIndex.open(home.toAbsolutePath().normalize().resolve("index"), vocabulary);
    }

    /** Each node writes to its own index. */
    @Bean
    @ConditionalOnProperty(name = "dari.search.engine", havingValue = "lucene", matchIfMissing = true)
    Turn alwaysMyTurn() {
        return work -> {
            work.run();
            return true;
        };
    }

    /** The cluster that all nodes share; nothing is asked of it at the start, so that it may come later. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "dari.search.engine", havingValue = "elasticsearch")
    OfferIndex elasticsearchIndex(@Value("${dari.search.elasticsearch}") URI server, Vocabulary vocabulary) {
        return new ElasticsearchOfferIndex(server, "dari-offers", vocabulary);
    }

    /** One node at a time writes to the index of all. */
    @Bean
    @ConditionalOnProperty(name = "dari.search.engine", havingValue = "elasticsearch")
    Turn oneTurnAmongAllNodes(DataSource database) {
        return new DatabaseLock(database, "offer-index");
    }
}
