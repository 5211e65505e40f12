package dari.offers;

import dari.matching.Matcher;
import dari.matching.OfferIndex;
import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SearchConfiguration {

    @Bean
    Matcher matcher(Vocabulary vocabulary) {
        return Matcher.strict(vocabulary);
    }

    /** The indexes are copies of this database: beside another one, an emptied one say, they are built anew. */
    private static String identity(JdbcClient database) {
        return database.sql("SELECT id FROM database_identity")
                .query(String.class)
                .single();
    }

    /** An index of this node's own, below the application's directory. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "dari.search.engine", havingValue = "lucene", matchIfMissing = true)
    OfferIndex luceneIndex(@Value("${dari.home}") Path home, Vocabulary vocabulary, JdbcClient database) {
        return LuceneOfferIndex.open(
                home.toAbsolutePath().normalize().resolve("index"), Retrieval.lexical(vocabulary), identity(database));
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
    OfferIndex elasticsearchIndex(
            @Value("${dari.search.elasticsearch}") URI server, Vocabulary vocabulary, JdbcClient database) {
        return new ElasticsearchOfferIndex(server, "dari-offers", Retrieval.lexical(vocabulary), identity(database));
    }

    /** One node at a time writes to the index of all. */
    @Bean
    @ConditionalOnProperty(name = "dari.search.engine", havingValue = "elasticsearch")
    Turn oneTurnAmongAllNodes(DataSource database) {
        return new DatabaseLock(database, "offer-index");
    }
}
