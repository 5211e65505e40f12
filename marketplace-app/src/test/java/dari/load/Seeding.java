package dari.load;

import dari.accounts.Accounts;
import dari.audit.HistoryChain;
import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.matching.vocabulary.Vocabulary;
import dari.organizations.Organizations;
import dari.secondfactor.SecondFactors;
import dari.secondfactor.Totp;
import dari.support.ActAs;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Fills a new marketplace: one of each thing by the application's services, the many by copies and plain rows. */
final class Seeding {

    /** Secrets of the second steps of those who sign in, by e-mail address. */
    static final String SECRETS = "load-second-steps.properties";

    private static final int DAYS = 400;

    private final Sizes sizes;
    private final long seed;

    Seeding(Sizes sizes, long seed) {
        this.sizes = sizes;
        this.seed = seed;
    }

    /** @return how many rows each table got in bulk */
    Map<String, Long> fill(Path directory) throws SQLException, IOException {
        Map<String, Long> written = write(directory);
        // it knows the prototypes only: the next start builds it of everything
        LoadHome.throwAway(directory.resolve("index"));
        return written;
    }

    private Map<String, Long> write(Path directory) throws SQLException, IOException {
        try (ConfigurableApplicationContext application =
                LoadApplication.start(directory, People.class, Marketplace.class, Journey.class, Prototypes.class)) {
            requireNew(application);
            Map<String, Long> written = rows(application);
            signIns(application, directory);
            JdbcTemplate database = application.getBean(JdbcTemplate.class);
            // letters of the prototypes' people; what recurs is entered anew at the next start
            database.update("DELETE FROM scheduled_tasks");
            HistoryChain chain = application.getBean(HistoryChain.class);
            while (chain.seal() > 0) {
                Thread.onSpinWait();
            }
            for (String table : database.queryForList("SHOW TABLES", String.class)) {
                database.execute("ANALYZE TABLE " + table);
            }
            return written;
        }
    }

    /** The directory was empty, so its database must be: whatever a setting may say. */
    private static void requireNew(ConfigurableApplicationContext application) {
        Integer found = application
                .getBean(JdbcTemplate.class)
                .queryForObject("SELECT COUNT(*) FROM organization", Integer.class);
        if (found == null || found > 0) {
            throw new IllegalStateException("this database is not new: nothing is written to it");
        }
    }

    private Map<String, Long> rows(ConfigurableApplicationContext application) throws SQLException {
        Clock clock = application.getBean(Clock.class);
        Instant now = clock.instant().truncatedTo(ChronoUnit.DAYS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        SplittableRandom random = new SplittableRandom(seed);
        SeededIds ids = new SeededIds(
                random.split(), now.minus(DAYS, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS), sizes.of(1_500_000));
        Prototypes prototypes = application.getBean(Prototypes.class);
        var staged = prototypes.make();
        try (BulkRows bulk = new BulkRows(application.getBean(DataSource.class))) {
            Texts texts = new Texts(random.split(), today, application.getBean(Vocabulary.class));
            String hash = application.getBean(PasswordEncoder.class).encode(Cast.PASSWORD);
            MarketSeed market = new MarketSeed(bulk, random.split(), ids, texts, sizes, hash);
            market.write();
            ProgramSeed program = new ProgramSeed(bulk, random.split(), ids, sizes, today, market, staged);
            program.write();
            new SideSeed(bulk, random.split(), ids, sizes, today, market).write(program.projects, program.calls);
            bulk.flush();
            return bulk.written();
        }
    }

    /** Those who sign in have set up their second step, as everybody has who does what needs one. */
    private static void signIns(ConfigurableApplicationContext application, Path directory) throws IOException {
        SecondFactors factors = application.getBean(SecondFactors.class);
        Accounts accounts = application.getBean(Accounts.class);
        Organizations organizations = application.getBean(Organizations.class);
        Clock clock = application.getBean(Clock.class);
        Properties secrets = new Properties();
        for (String email : Visitor.EMAILS) {
            UserId user = accounts.findByEmail(email).orElseThrow();
            var home = organizations.membershipsOf(user).get(0);
            OrganizationId organization = home.organization().id();
            ActAs person = new ActAs(
                    new Actor(user, organization, home.organization().face(), home.roles()),
                    home.organization(),
                    email);
            person.run(() -> {
                String secret = factors.begin().secret();
                factors.confirm(Totp.code(Totp.secret(secret), Totp.stepAt(clock.instant()) - 1));
                secrets.setProperty(email, secret);
            });
        }
        try (Writer writer = Files.newBufferedWriter(directory.resolve(SECRETS))) {
            secrets.store(writer, "Second steps of the load's people");
        }
    }
}
