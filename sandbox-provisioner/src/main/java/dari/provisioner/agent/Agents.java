package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.exclude.KeptLists;
import dari.provisioner.query.QuerySession;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the command line, and a test, can do with an agent. */
public final class Agents {

    private static final long SECONDS_BETWEEN_ROUNDS = 2;
    private static final long SECONDS_BETWEEN_BEATS = 30;

    private Agents() {}

    /** Makes a key, hands the code in, and keeps who the agent is in a file for its owner only. */
    public static void enrol(String server, String code, Path credentials) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            String publicKey = base64.encodeToString(keys.getPublic().getEncoded());
            String address = server.replaceAll("/+$", "");
            Protocol.Enrolled enrolled = MarketplaceClient.enrol(address, new Protocol.Enrolment(code, publicKey));
            new Credentials(
                            address,
                            enrolled.agentId(),
                            base64.encodeToString(keys.getPrivate().getEncoded()),
                            publicKey,
                            enrolled.jobKey())
                    .write(credentials);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One round: a heartbeat, and whatever job there is. */
    public static void round(Path credentials, Path sources, Path policy, Path state, PrintStream log, Clock clock) {
        try (HospitalAgent agent = agent(credentials, sources, policy, state, log, clock)) {
            agent.round();
        }
    }

    /** Rounds until the process is stopped. */
    public static void run(Path credentials, Path sources, Path policy, Path state, PrintStream log, Clock clock) {
        QuerySession.removeLeft();
        HospitalAgent agent = agent(credentials, sources, policy, state, log, clock);
        ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2);
        Future<?> beats = rounds.scheduleWithFixedDelay(
                agent::beat, SECONDS_BETWEEN_BEATS, SECONDS_BETWEEN_BEATS, TimeUnit.SECONDS);
        try {
            rounds.scheduleWithFixedDelay(agent::round, 0, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS)
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            beats.cancel(true);
            rounds.shutdownNow();
            agent.close();
        }
    }

    /** The steward approves a recipe by its hash. */
    public static void approve(String hash, String who, Path state, Clock clock) {
        new Approvals(state).add(hash, who, clock);
    }

    /** Where a source of the hospital's sources file lies. */
    public static Path source(Path sourcesFile, String name) {
        return Optional.ofNullable(HospitalPolicy.sources(sourcesFile).get(name))
                .orElseThrow(() ->
                        new BadInput(sourcesFile.toString(), "has no source " + name, "give a name that stands there"));
    }

    /** Jobs as files from one directory, results as files into another. */
    public static void carry(
            Path in, Path out, Path credentials, Path sources, Path policy, Path state, PrintStream log, Clock clock) {
        Credentials who = Credentials.read(credentials);
        HospitalPolicy rules = HospitalPolicy.read(sources, policy);
        // the job brings the head
        try (JobRunner runner = new JobRunner(who, rules, () -> {}, state, log, clock)) {
            new CarriedJobs(
                            who,
                            rules,
                            new KeptLists(state),
                            new JobDoor(who, state, clock),
                            runner,
                            new CarriedLedger(
                                    rules.ledger(), RequestSignature.privateKey(who.privateKey()), log, clock),
                            log,
                            clock)
                    .carry(in, out);
        }
    }

    private static HospitalAgent agent(
            Path credentials, Path sources, Path policy, Path state, PrintStream log, Clock clock) {
        Credentials who = Credentials.read(credentials);
        MarketplaceClient.requireSafe(who.server());
        HospitalPolicy rules = HospitalPolicy.read(sources, policy);
        MarketplaceClient marketplace = new MarketplaceClient(who, clock);
        LedgerExchange ledger = new LedgerExchange(marketplace, who, rules.ledger(), clock);
        return new HospitalAgent(
                marketplace,
                new PartedUpload(marketplace, PartedUpload.PART_BYTES),
                rules,
                new KeptLists(state),
                ledger,
                new JobDoor(who, state, clock),
                new JobRunner(who, rules, ledger::exchange, state, log, clock),
                log);
    }
}
