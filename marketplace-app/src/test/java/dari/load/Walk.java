package dari.load;

import dari.accounts.Accounts;
import dari.kernel.Actor;
import dari.kernel.UserId;
import dari.load.ListPages.Opened;
import dari.matching.OfferIndex;
import dari.organizations.Organizations;
import dari.support.ActAs;
import dari.tokens.ApiTokens;
import dari.tokens.NewToken;
import dari.tokens.Scope;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens every list page of a seeded marketplace again and again, two visitors at a time, and says what each took. */
final class Walk {

    /** How long the server may need for a page, for all but every twentieth request. */
    static final Duration LIMIT = Duration.ofMillis(150);

    /** How often each visitor opens all pages before one counts: the virtual machine compiles what is used often. */
    private static final int WARM_ROUNDS = 4;

    /** How often each visitor opens a page right before it counts. */
    private static final int WARM = 3;

    /** How often a page above the limit is taken again, later: other work on the machine only adds to what a page needs. */
    private static final int TAKEN_AGAIN = 2;

    private static final int VISITORS = 2;
    private static final Duration SETTLING_LASTS = Duration.ofMinutes(30);

    private final ConfigurableApplicationContext application;
    private final int rounds;
    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Map<String, Integer> failed = new ConcurrentSkipListMap<>();

    private Walk(ConfigurableApplicationContext application, int rounds) {
        this.application = application;
        this.rounds = rounds;
    }

    /** @param only parts of the names of pages that are opened, {@code |} between them; empty for all */
    static List<PageTimes> over(Path directory, int rounds, String only) throws IOException {
        try (ConfigurableApplicationContext application =
                LoadApplication.start(directory, ServerTimes.class, NoLetters.class)) {
            JdbcTemplate database = application.getBean(JdbcTemplate.class);
            settle(application.getBean(OfferIndex.class), database);
            Walk walk = new Walk(application, rounds);
            walk.signIn(directory);
            List<Opened> pages = new ListPages(database).all();
            return walk.open(pages.stream()
                    .filter(page -> Stream.of(only.split("\\|")).anyMatch(page.name()::contains))
                    .toList());
        }
    }

    /**
     * Waits until nothing is left to do that piled up since the last walk: the index is whole, and what recurs
     * (reminders, what lapses, the times of the past), which is all due at the first start, has run. What recurs during
     * the walk counts.
     */
    private static void settle(OfferIndex index, JdbcTemplate database) {
        // what an interrupted walk was at would otherwise be taken up in the middle of this one
        database.update("UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL"
                + " WHERE picked AND last_heartbeat < NOW() - INTERVAL 1 MINUTE");
        Awaitility.await()
                .atMost(SETTLING_LASTS)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> index.position() >= 0
                        && database.queryForList(
                                        "SELECT 1 FROM scheduled_tasks WHERE picked OR execution_time <= ? LIMIT 1",
                                        Timestamp.from(Instant.now()))
                                .isEmpty());
    }

    /** A page behind the end leads to the last: that is what is walked. */
    private Opened whereItLeads(Opened page) {
        HttpResponse<String> answer = visitor(page).open(page.path(), "warm");
        return answer.headers()
                .firstValue("Location")
                .map(last -> new Opened(page.by(), last.replaceFirst("^https?://[^/]+", "")))
                .orElse(page);
    }

    private List<PageTimes> open(List<Opened> named) {
        List<Opened> pages = named.stream().map(this::whereItLeads).distinct().toList();
        List<PageTimes> times = new ArrayList<>();
        for (int round = 0; round < WARM_ROUNDS; round++) {
            pages.forEach(page -> open(page, 1, "warm"));
        }
        for (Opened page : pages) {
            times.add(take(page));
        }
        for (int again = 0; again < TAKEN_AGAIN; again++) {
            times.replaceAll(page -> page.isOver(LIMIT) ? page.orQuicker(take(page.page())) : page);
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("pages that did not open, and what they answered: " + failed);
        }
        return times;
    }

    private PageTimes take(Opened page) {
        open(page, WARM, "warm");
        String name = page.name() + " " + UUID.randomUUID();
        Duration database = databaseCpu();
        open(page, rounds, name);
        Duration spent = databaseCpu().minus(database);
        PageTimes times =
                PageTimes.of(page, application.getBean(ServerTimes.class).of(name), spent);
        System.out.println(times);
        return times;
    }

    private Visitor visitor(Opened page) {
        Visitor visitor = visitors.get(page.by());
        if (visitor == null) {
            throw new IllegalStateException("nobody is called " + page.by());
        }
        return visitor;
    }

    private void open(Opened page, int times, String name) {
        Visitor visitor = visitor(page);
        List<CompletableFuture<Void>> both = IntStream.range(0, VISITORS)
                .mapToObj(who -> CompletableFuture.runAsync(() -> IntStream.range(0, times)
                        .forEach(time -> {
                            HttpResponse<String> answer = visitor.open(page.path(), name);
                            if (answer.statusCode() != 200) {
                                failed.put(page.name(), answer.statusCode());
                            }
                        })))
                .toList();
        both.forEach(CompletableFuture::join);
    }

    private void signIn(Path directory) throws IOException {
        URI base =
                URI.create("http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"));
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(Seeding.SECRETS))) {
            secrets.load(reader);
        }
        visitors.put("nobody", new Visitor(base));
        for (String email : Visitor.EMAILS) {
            String name = email.substring(0, email.indexOf('@'));
            visitors.put(name, new Visitor(base).signedIn(email, secrets.getProperty(email)));
            if (Set.of("startup", "hospital", "program").contains(name)) {
                visitors.put(name + "-token", new Visitor(base, token(email)));
            }
        }
    }

    private String token(String email) {
        UserId user = application.getBean(Accounts.class).findByEmail(email).orElseThrow();
        var home = application.getBean(Organizations.class).membershipsOf(user).get(0);
        ActAs person = new ActAs(
                new Actor(user, home.organization().id(), home.organization().face(), home.roles()),
                home.organization(),
                email);
        return person.get(() -> application
                .getBean(ApiTokens.class)
                .make(new NewToken(
                        "load", Set.copyOf(Scope.of(home.organization().face())), Duration.ofDays(1)))
                .token()
                .text());
    }

    /** What the embedded database has computed so far: a child process of this one. */
    private static Duration databaseCpu() {
        return ProcessHandle.current()
                .children()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
