package dari.soak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dari.provisioner.agent.Agents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Starts the parts, has the projects driven, kills parts meanwhile, and looks at the end whether everything is as it must be:
 * {@code scripts/soak.sh} says how it is called.
 */
final class Soak {

    static final String CLOCK = "clock";

    private static final int DONE = 0;
    private static final int WRONG = 1;
    private static final int WRONG_CALL = 2;
    private static final int BROKEN = 3;
    private static final Duration READY_WITHIN = Duration.ofMinutes(20);
    private static final String MARK = "filled-by-soak";

    private final Path directory;
    private final long seed;
    private final Parts parts;
    private final Database database;
    private final int port = Parts.freePort();
    private final int door = Parts.freePort();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final CardProvider cards;
    private final GreenMail letters = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Soak(Path directory, long seed) throws IOException {
        this.directory = directory;
        this.seed = seed;
        this.parts = new Parts(directory);
        this.database = new Database(directory.resolve("mariadb"), Parts.freePort(), parts);
        this.cards = new CardProvider(seed, port);
        letters.start();
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("soak: DIRECTORY [PROJECTS [SEED]]");
            System.exit(WRONG_CALL);
        }
        Path directory = Path.of(arguments[0]).toAbsolutePath().normalize();
        int projects = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        // what the database's installer says in a hundred lines, and GreenMail of each letter
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        begin(directory);
        try {
            System.exit(new Soak(directory, seed).run(projects));
        } catch (Exception e) { // of any kind
            System.err.println("soak: it could not go on: " + e);
            System.exit(BROKEN); // parts and servers that still run end with this process
        }
    }

    /** A soak starts clean: what an earlier one left goes, and nothing else is ever thrown away. */
    private static void begin(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.exists(directory.resolve(MARK))) {
            try (Stream<Path> inside = Files.list(directory)) {
                if (inside.findAny().isPresent()) {
                    throw new IllegalStateException(directory + " is not empty and was not filled by a soak");
                }
            }
        }
        if (Files.exists(directory)) {
            try (Stream<Path> inside = Files.walk(directory)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(directory.resolve("tmp"));
        Files.createDirectories(directory.resolve("home"));
        Files.createFile(directory.resolve(MARK));
    }

    private int run(int projects) throws Exception {
        long began = System.nanoTime();
        SoakClock clock = SoakClock.at(directory.resolve(CLOCK));
        database.install();
        database.start();
        startApplication();
        awaitApplication();
        ask("/gather");
        for (int i = 0; i < Cast.HOSPITALS; i++) {
            enrol(Cast.hospital(i));
        }
        Checks checks = new Checks(database, directory.resolve("home"));
        Drive drive = new Drive(this, clock, projects);
        Findings findings = new Findings();
        Havoc havoc = new Havoc(this, seed, findings);
        havoc.begin();
        drive.run(findings, checks);
        havoc.end();
        System.out.println(drive.table());
        look(checks, clock, findings);
        drive.tryTokens(findings);
        double minutes = Duration.ofNanos(System.nanoTime() - began).toMillis() / 60_000.0;
        System.out.printf(
                "%d projects in %.1f minutes (%.1f a minute), %d steps, %.0f days passed; killed: %s; %s%n",
                projects,
                minutes,
                projects / minutes,
                drive.steps(),
                drive.daysPassed(),
                havoc.figures(),
                cards.figures());
        System.out.printf("the parts computed %.0f s%n", parts.cpu().toMillis() / 1000.0);
        close(findings);
        findings.print();
        return findings.isEmpty() ? DONE : WRONG;
    }

    /** Once nothing goes on any more. */
    private void look(Checks checks, SoakClock clock, Findings findings) throws Exception {
        awaitApplication();
        for (int i = 0; i < 90 && !(cards.isQuiet() && checks.unheard().isEmpty()); i++) {
            Thread.sleep(1_000);
        }
        if (!cards.isQuiet()) {
            findings.add("card provider", "an event was never answered with success");
        }
        findings.addAll("access", checks.openWithoutConditions(Drive.today(clock)));
        findings.addAll("access", checks.sandboxesWithoutEnd());
        findings.addAll("ledger", checks.ledger(cards.heldWon()));
        String chain = ask("/chain");
        if (!chain.equals("broken at null")) {
            findings.add("history", chain);
        }
        findings.addAll("history", checks.history());
        documentedCheck(findings);
        findings.addAll("files", checks.files());
        findings.addAll("unheard", checks.unheard());
        for (int i = 0; i < Cast.HOSPITALS; i++) {
            findings.addAll("keys", Checks.keys(agent(Cast.hospital(i)).resolve("state")));
        }
    }

    /** What anybody can run who would rather check than believe, as the register's page says it. */
    private void documentedCheck(Findings findings) throws IOException, InterruptedException {
        Path program = directory.resolve("CheckHistory.java");
        HttpResponse<Path> taken = client.send(
                HttpRequest.newBuilder(URI.create(address() + "/dari/CheckHistory.java"))
                        .build(),
                HttpResponse.BodyHandlers.ofFile(program));
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        program.toString(),
                        address() + "/register/history")
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = check.waitFor();
        System.out.println("history: " + said);
        if (taken.statusCode() != 200 || code != 0) {
            findings.add("history", "CheckHistory ended with " + code + ": " + said);
        }
    }

    private void close(Findings findings) {
        for (int i = 0; i < Cast.HOSPITALS; i++) {
            parts.stop(agentName(i));
        }
        parts.stop("application");
        parts.stop("database");
        cards.close();
        letters.stop();
        findings.addAll("left behind", parts.left());
        findings.addAll("left behind", Checks.temporary(directory.resolve("tmp")));
    }

    void startApplication() throws IOException {
        parts.java(
                "application",
                "1g",
                SoakServer.class,
                List.of(
                        directory.toString(),
                        Long.toString(seed),
                        Integer.toString(port),
                        Integer.toString(door),
                        database.url(),
                        database.password(),
                        cards.address(),
                        Integer.toString(letters.getSmtp().getPort())));
    }

    /** They arrive, and nobody reads them. */
    void forgetLetters() {
        try {
            letters.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    void startDatabase() throws IOException, InterruptedException {
        database.start();
    }

    static String agentName(int place) {
        return "agent-" + Cast.hospital(place);
    }

    private Path agent(String hospital) {
        return directory.resolve("agents").resolve(hospital);
    }

    private void enrol(String hospital) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(agent(hospital));
        Agents.enrol(address(), ask("/code?" + hospital), folder.resolve("credentials.json"));
        Path demo = Path.of("sandbox-provisioner/src/demo").toAbsolutePath();
        Files.writeString(folder.resolve("sources.yaml"), "sources:\n  omop: " + demo.resolve("sources/omop") + "\n");
        Files.copy(demo.resolve("hospitals/neoul/policy.yaml"), folder.resolve("policy.yaml"));
        startAgent(hospital);
    }

    void startAgent(String hospital) throws IOException {
        Path folder = agent(hospital);
        parts.java(
                "agent-" + hospital,
                "512m",
                SoakAgent.class,
                List.of(
                        directory.resolve(CLOCK).toString(),
                        "agent",
                        "run",
                        "--credentials",
                        folder.resolve("credentials.json").toString(),
                        "--sources",
                        folder.resolve("sources.yaml").toString(),
                        "--policy",
                        folder.resolve("policy.yaml").toString(),
                        "--state",
                        folder.resolve("state").toString()));
    }

    /** The steward at the hospital, who has read the recipe. */
    void approve(String hospital, String hash, SoakClock clock) {
        Agents.approve(hash, "steward", agent(hospital).resolve("state"), clock);
    }

    /** What the interface answers to a token. */
    int present(String sandbox, String token) throws IOException, InterruptedException {
        return send(
                        HttpRequest.newBuilder(
                                        URI.create(address() + "/api/v1/sandboxes/" + sandbox + "/release/dictionary"))
                                .header("Authorization", "Bearer " + token),
                        HttpResponse.BodyHandlers.discarding(),
                        Duration.ofSeconds(30))
                .statusCode();
    }

    void pay(String page) throws IOException, InterruptedException {
        cards.pay(page);
    }

    void letExpire(String page, String project) {
        cards.letExpire(page, project);
    }

    Parts parts() {
        return parts;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** @throws IOException while the application does not answer, with what it said where it failed */
    String ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + path)),
                HttpResponse.BodyHandlers.ofString(),
                Duration.ofSeconds(120));
        if (answer.statusCode() != 200) {
            throw new Failed(answer.body());
        }
        return answer.body();
    }

    /** Waits for the whole answer no longer than that; the client's own timeout ends with the answer's head. */
    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body, Duration most)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request.build(), body);
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new IOException(e);
        }
    }

    /** The application answered that it could not. */
    static final class Failed extends IOException {

        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    void awaitApplication() throws InterruptedException {
        long limit = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < limit) {
            if (!parts.isAlive("application")) {
                throw new IllegalStateException("the application ended; see application.log");
            }
            try {
                HttpResponse<Void> answer = send(
                        HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness")),
                        HttpResponse.BodyHandlers.discarding(),
                        Duration.ofSeconds(5));
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            Thread.sleep(300);
        }
        throw new IllegalStateException("the application was not ready within " + READY_WITHIN);
    }

    List<String> openWithoutConditions(Checks checks, SoakClock clock) {
        try {
            return checks.openWithoutConditions(Drive.today(clock));
        } catch (SQLException databaseIsDown) {
            return new ArrayList<>();
        }
    }
}
