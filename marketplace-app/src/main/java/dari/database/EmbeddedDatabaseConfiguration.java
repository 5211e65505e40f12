package dari.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Without a database named by configuration, the application brings its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "dari.database", havingValue = "embedded", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(
            @Value("${dari.home}") Path home, @Value("${dari.database-memory}") DataSize memory) {
        return new EmbeddedMariaDb(home.toAbsolutePath().normalize().resolve("mariadb"), memory);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedMariaDb server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedMariaDb.USER;
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }
        };
    }
}
