package dari.soak;

import dari.DariApplication;
import dari.support.Marketplace;
import dari.support.TestsStayOut;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The application as it is, by the soak's clock, with a desk at which its people can be asked for their next step. All that
 * it is told stands in the arguments: {@code DIRECTORY SEED PORT DOOR DATABASE-URL PASSWORD STRIPE SMTP-PORT}.
 */
final class SoakServer {

    private SoakServer() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        SpringApplicationBuilder builder = new SpringApplicationBuilder(DariApplication.class);
        builder.application().addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                context -> context.getBeanFactory().registerSingleton("testsStayOut", new TestsStayOut()));
        builder.sources(
                        Time.class,
                        Marketplace.class,
                        Cast.class,
                        Market.class,
                        Program.class,
                        Homes.class,
                        Access.class,
                        Desk.class,
                        Door.class)
                .run(
                        "--spring.profiles.active=soak",
                        "--dari.home=" + directory.resolve("home"),
                        "--dari.database=external",
                        "--spring.datasource.url=" + arguments[4],
                        "--spring.datasource.username=" + Database.USER,
                        "--spring.datasource.password=" + arguments[5],
                        // a database that is just being started again must not hold a request for half a minute
                        "--spring.datasource.hikari.connection-timeout=5000",
                        "--dari.search.engine=lucene",
                        "--dari.base-url=http://127.0.0.1:" + arguments[2],
                        "--server.port=" + arguments[2],
                        "--server.address=127.0.0.1",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN",
                        "--dari.stripe.secret-key=sk_test_soak",
                        "--dari.stripe.webhook-secret=" + CardProvider.SECRET,
                        "--dari.stripe.api-base=" + arguments[6],
                        "--spring.mail.port=" + arguments[7],
                        "--dari.api.per-token=1000000",
                        "--dari.api.per-address=1000000",
                        "--soak.clock=" + directory.resolve(Soak.CLOCK),
                        "--soak.seed=" + arguments[1],
                        "--soak.door=" + arguments[3]);
    }

    /** One clock for everything that asks what time it is. No annotation says so: tests would find it. */
    static class Time {

        @Bean
        @Primary
        Clock soakClock(@Value("${soak.clock}") Path file) {
            return SoakClock.at(file);
        }

        @Bean
        com.github.kagkarlsson.scheduler.Clock schedulersClock(Clock clock) {
            return clock::instant;
        }
    }
}
