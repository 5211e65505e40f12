package dari.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.agents.AgentUploads.ElsewhereException;
import dari.agents.AgentUploads.Standing;
import dari.audit.History;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.organizations.Organizations;
import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.Protocol.Task;
import dari.provisioner.agent.RequestSignature;
import dari.provisioner.agent.Tus;
import dari.provisioner.release.Manifest;
import dari.support.DariTest;
import dari.support.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of results in parts: what a kill between any two steps leaves, what is refused, and what is removed. */
@DariTest
class AgentUploadsTests {

    private static final String PATH = "data/person.csv";
    private static final int PART = 1_000;

    @Autowired
    AgentDesk desk;

    @Autowired
    AgentRepository agents;

    @Autowired
    AgentCodeRepository codes;

    @Autowired
    AgentJobRepository jobs;

    @Autowired
    AgentRefusalRepository refusals;

    @Autowired
    AgentUploadRepository rows;

    @Autowired
    LedgerImport ledgers;

    @Autowired
    JobKey key;

    @Autowired
    Organizations organizations;

    @Autowired
    History history;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path home;

    private final Gathered work = new Gathered();
    private final KeyPair agentKey = aKey();

    private byte[] content;
    private Manifest.Entry file;
    private UUID agent;
    private UUID job;
    private UUID subject;

    @BeforeEach
    void aJobOfAnAgent() {
        content = new byte[3 * PART + 17];
        new Random(11).nextBytes(content);
        file = new Manifest.Entry(PATH, content.length, Sha256.hex(content));
        OrganizationId hospital = people.aHospital().organization().id();
        agent = enrolled(hospital, agentKey);
        subject = UUID.randomUUID();
        job = aJob(hospital, Task.PROVISION);
    }

    @Test
    void aFileComesInPartsAndIsHandedOverOnceWhole() {
        Standing begun = begin(file);
        assertThat(begun.kept()).isZero();
        assertThat(add(begun.id(), 0)).hasValue((long) PART);
        assertThat(work.files).isEmpty();
        sendFrom(begun.id(), PART);
        assertThat(work.files.get(PATH)).isEqualTo(content);
        assertThat(begin(file).kept())
                .as("announced again, it is not sent again")
                .isEqualTo(content.length);
        assertThat(onDisk()).as("its parts are gone").isEmpty();
    }

    @Test
    void aKillBetweenTheDiskAndTheRowLosesThatPartOnly() throws IOException {
        UUID upload = begin(file).id();
        add(upload, 0);
        // the bytes of the second part reached the disk, its row never did
        Files.write(place(upload), new byte[500], StandardOpenOption.APPEND);
        assertThat(begin(file).kept()).isEqualTo(PART);
        sendFrom(upload, PART);
        assertThat(work.files.get(PATH)).isEqualTo(content);
    }

    @Test
    void aDiskThatWasSetBackIsGoneOnFromWhatItHas() throws IOException {
        UUID upload = begin(file).id();
        add(upload, 0);
        add(upload, PART);
        Files.write(place(upload), Arrays.copyOf(content, 300));
        assertThat(begin(file).kept()).isEqualTo(300);
        assertThatThrownBy(() -> add(upload, 2 * PART)).isInstanceOf(ElsewhereException.class);
        sendFrom(upload, 300);
        assertThat(work.files.get(PATH)).isEqualTo(content);
    }

    @Test
    void aKillWhileTheWholeIsHandedOverSendsTheLastPartAgain() {
        UUID upload = begin(file).id();
        add(upload, 0);
        add(upload, PART);
        add(upload, 2 * PART);
        work.diskIsFull = true;
        assertThatThrownBy(() -> add(upload, 3 * PART)).isInstanceOf(UncheckedIOException.class);
        work.diskIsFull = false;
        assertThat(begin(file).kept()).isEqualTo(3 * PART);
        sendFrom(upload, 3 * PART);
        assertThat(work.files.get(PATH)).isEqualTo(content);
    }

    @Test
    void aSwappedPartIsRefusedAndAWholeThatIsAnotherIsNotKept() {
        UUID upload = begin(file).id();
        assertThatThrownBy(() -> add(upload, PART)).isInstanceOf(ElsewhereException.class);
        add(upload, 0);
        assertThatThrownBy(() -> add(upload, 0)).as("twice").isInstanceOf(ElsewhereException.class);
        byte[] other = Arrays.copyOfRange(content, 0, PART);
        assertThat(in(() -> uploads().add(agent, job, upload, PART, other))).isPresent();
        add(upload, 2 * PART);
        assertThat(in(() -> uploads()
                        .add(agent, job, upload, 3 * PART, Arrays.copyOfRange(content, 3 * PART, content.length))))
                .as("the whole is not what was announced")
                .isEmpty();
        assertThat(work.files).isEmpty();
        assertThat(begin(file).kept()).isZero();
        assertThatThrownBy(() -> in(() -> uploads().add(agent, job, upload, 0, new byte[content.length + 1])))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void whatWasMadeAnewBeginsAnew() {
        UUID upload = begin(file).id();
        add(upload, 0);
        byte[] anew = "person_id\n1\n".getBytes(StandardCharsets.UTF_8);
        Manifest.Entry other = new Manifest.Entry(PATH, anew.length, Sha256.hex(anew));
        Standing begun = begin(other);
        assertThat(begun.kept()).isZero();
        in(() -> uploads().add(agent, job, begun.id(), 0, anew));
        assertThat(work.files.get(PATH)).isEqualTo(anew);
    }

    @Test
    void anotherAgentsUploadAndAnotherJobsAreNotThere() {
        UUID upload = begin(file).id();
        UUID colleague = enrolled(agents.findById(agent).orElseThrow().hospital(), aKey());
        UUID stranger = enrolled(people.aHospital().organization().id(), aKey());
        for (UUID other : List.of(colleague, stranger)) {
            assertThatThrownBy(() -> in(() -> uploads().begin(other, job, file)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> in(() -> uploads().of(other, job, upload))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> in(() -> uploads().add(other, job, upload, 0, part(0))))
                    .isInstanceOf(NotFoundException.class);
        }
        UUID second = aJob(agents.findById(agent).orElseThrow().hospital(), Task.PROVISION);
        assertThatThrownBy(() -> in(() -> uploads().add(agent, second, upload, 0, part(0))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> begin(new Manifest.Entry("../escape", 1, file.sha256())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> begin(new Manifest.Entry(PATH, AgentUploads.MOST_BYTES + 1, file.sha256())))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void nothingIsTakenForWhatHasEnded() {
        UUID upload = begin(file).id();
        work.ended = true;
        assertThatThrownBy(() -> add(upload, 0)).isInstanceOf(NotFoundException.class);
        work.ended = false;
        transaction.executeWithoutResult(
                now -> jobs.findById(job).orElseThrow().become(JobStatus.EXPIRED, null, null, clock.instant()));
        assertThatThrownBy(() -> add(upload, 0)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatWasNeverCompletedIsRemovedAfterItsDeadline() throws IOException {
        UUID upload = begin(file).id();
        add(upload, 0);
        Files.createDirectories(place(upload).getParent());
        Path killed =
                Files.writeString(place(upload).resolveSibling(UUID.randomUUID().toString()), "a row never came");
        Files.setLastModifiedTime(killed, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
        remove(Duration.ZERO);
        assertThat(onDisk()).containsExactly(place(upload));
        assertThat(work.arriving).contains(subject);

        remove(AgentUploads.DEADLINE.plusSeconds(1));
        assertThat(onDisk()).isEmpty();
        assertThat(place(upload).getParent()).as("its folder").doesNotExist();
        assertThat(rows.findById(upload)).isEmpty();
        assertThat(work.arriving).doesNotContain(subject);
        assertThat(begin(file).kept()).as("it may begin again").isZero();
    }

    @Test
    void whatArrivedForAJobThatEndedGoesToo() {
        UUID upload = begin(file).id();
        add(upload, 0);
        transaction.executeWithoutResult(
                now -> jobs.findById(job).orElseThrow().become(JobStatus.FAILED, null, null, clock.instant()));
        remove(Duration.ZERO);
        assertThat(onDisk()).isEmpty();
        assertThat(rows.findById(upload)).isEmpty();
    }

    @Test
    void anAgentOfAnEarlierVersionSendsItInOnePiece() {
        for (int time = 0; time < 2; time++) {
            transaction.executeWithoutResult(now -> uploads().inOnePiece(agent, job, PATH, content));
        }
        assertThat(work.files.get(PATH)).isEqualTo(content);
    }

    @Test
    void overHttpItIsTusAndEverythingThatSaysWhatAPartIsIsSigned() throws Exception {
        UUID profile = aJob(agents.findById(agent).orElseThrow().hospital(), Task.PROFILE);
        String uploads = "/agent/v1/jobs/" + profile + "/uploads";
        Manifest.Entry announced = new Manifest.Entry("profile.json", content.length, file.sha256());
        Map<String, String> announcement = Map.of(
                Tus.VERSION_HEADER, Tus.VERSION,
                Tus.LENGTH, String.valueOf(content.length),
                Tus.METADATA, Tus.metadata(announced));
        call("POST", uploads, new byte[0], Map.of(Tus.LENGTH, "1", Tus.METADATA, Tus.metadata(announced)), Map.of())
                .andExpect(status().isPreconditionFailed())
                .andExpect(header().string("Tus-Version", Tus.VERSION));
        call("POST", uploads, new byte[0], announcement, Map.of(Tus.LENGTH, "99"))
                .andExpect(status().isUnauthorized());
        String upload = String.valueOf(call("POST", uploads, new byte[0], announcement, Map.of())
                .andExpect(status().isCreated())
                .andExpect(header().string(Tus.VERSION_HEADER, Tus.VERSION))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        Map<String, String> first = Map.of(
                Tus.VERSION_HEADER,
                Tus.VERSION,
                Tus.OFFSET,
                "0",
                Tus.CHECKSUM,
                Tus.checksum(part(0)),
                "Content-Type",
                Tus.PART_TYPE);
        call("PATCH", upload, part(0), first, Map.of(Tus.OFFSET, "1000")).andExpect(status().isUnauthorized());
        call("PATCH", upload, part(PART), first, Map.of()).andExpect(status().is(Tus.CHECKSUM_MISMATCH));
        call("PATCH", upload, part(0), first, Map.of("Content-Type", "application/octet-stream"))
                .andExpect(status().isUnsupportedMediaType());
        call("PATCH", upload, part(0), first, Map.of())
                .andExpect(status().isNoContent())
                .andExpect(header().string(Tus.OFFSET, String.valueOf(PART)))
                .andExpect(header().exists(Tus.EXPIRES));
        call("PATCH", upload, part(0), first, Map.of()).andExpect(status().isConflict());
        call("HEAD", upload, new byte[0], Map.of(Tus.VERSION_HEADER, Tus.VERSION), Map.of())
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string(Tus.LENGTH, String.valueOf(content.length)))
                .andExpect(header().string(Tus.OFFSET, String.valueOf(PART)));
    }

    /** Anybody may knock, and a message is in memory before its signature is checked: its length comes first. */
    @Test
    void whatIsTooLongIsNotRead() throws Exception {
        knock(UUID.randomUUID(), (int) AgentSignatures.MOST_OF_STRANGERS + 1).andExpect(status().isContentTooLarge());
        knock(agent, (int) AgentSignatures.MOST_OF_STRANGERS + 1).andExpect(status().isUnauthorized());
        knock(agent, (int) AgentSignatures.MOST_BYTES + 1).andExpect(status().isContentTooLarge());
        mvc.perform(MockMvcRequestBuilders.post("/agent/v1/heartbeat")
                        .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                        .header("Transfer-Encoding", "chunked")
                        .content(new byte[1]))
                .andExpect(status().isLengthRequired());
    }

    private ResultActions knock(UUID who, int length) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/agent/v1/heartbeat")
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .header(Protocol.AGENT_HEADER, who.toString())
                .content(new byte[length]));
    }

    /** @param swapped headers that somebody on the way puts in the place of the signed ones */
    private ResultActions call(
            String method, String path, byte[] body, Map<String, String> headers, Map<String, String> swapped)
            throws Exception {
        String time = clock.instant().toString();
        String nonce = UUID.randomUUID().toString();
        String signature = RequestSignature.sign(
                agentKey.getPrivate(), method, path, time, nonce, body, Tus.signedHeaders(headers::get));
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                .content(body)
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .header(Protocol.AGENT_HEADER, agent.toString())
                .header(Protocol.TIME_HEADER, time)
                .header(Protocol.NONCE_HEADER, nonce)
                .header(Protocol.SIGNATURE_HEADER, signature);
        Map<String, String> sent = new HashMap<>(headers);
        sent.putAll(swapped);
        sent.forEach(request::header);
        return mvc.perform(request);
    }

    private Standing begin(Manifest.Entry announced) {
        return in(() -> uploads().begin(agent, job, announced));
    }

    private Optional<Long> add(UUID upload, int from) {
        return in(() -> uploads().add(agent, job, upload, from, part(from)).map(Standing::kept));
    }

    private void sendFrom(UUID upload, int from) {
        for (int at = from; at < content.length; at += PART) {
            add(upload, at);
        }
    }

    private void remove(Duration after) {
        transaction.executeWithoutResult(now -> later(after).removeOver());
    }

    private byte[] part(int from) {
        return Arrays.copyOfRange(content, from, Math.min(from + PART, content.length));
    }

    /** Made anew for each call, as after a restart of the application. */
    private AgentUploads uploads() {
        return later(Duration.ZERO);
    }

    private AgentUploads later(Duration by) {
        Clock then = Clock.fixed(clock.instant().plus(by), ZoneOffset.UTC);
        AgentGateway gateway = new AgentGateway(
                agents,
                codes,
                jobs,
                refusals,
                List.of(work),
                ledgers,
                key,
                organizations,
                history,
                database,
                ids,
                clock);
        return new AgentUploads(gateway, rows, new UploadFolder(home), List.of(work), ids, then);
    }

    private Path place(UUID upload) {
        return new UploadFolder(home).of(subject).resolve(upload.toString());
    }

    private List<Path> onDisk() {
        if (!Files.exists(home.resolve("uploads"))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(home.resolve("uploads"))) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID aJob(OrganizationId hospital, Task task) {
        Instant now = clock.instant();
        Protocol.Job ordered = new Protocol.Job(
                UUID.randomUUID().toString(),
                agent.toString(),
                task,
                "omop",
                "text",
                "0".repeat(64),
                now,
                now.plus(Duration.ofDays(14)));
        return in(() -> jobs.save(new AgentJob(ordered, hospital, subject, "document")))
                .id();
    }

    private UUID enrolled(OrganizationId hospital, KeyPair pair) {
        String code = desk.issueCode(hospital).text();
        String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        return UUID.fromString(in(() -> new AgentGateway(
                                agents,
                                codes,
                                jobs,
                                refusals,
                                List.of(work),
                                ledgers,
                                key,
                                organizations,
                                history,
                                database,
                                ids,
                                clock)
                        .enrol(new Protocol.Enrolment(code, publicKey)))
                .orElseThrow()
                .agentId());
    }

    private <T> T in(Supplier<T> doing) {
        return transaction.execute(now -> doing.get());
    }

    private static KeyPair aKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A feature that takes files in. */
    private static final class Gathered implements AgentWork {

        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private Set<UUID> arriving = Set.of();
        private boolean ended;
        private boolean diskIsFull;

        @Override
        public Task task() {
            return Task.PROVISION;
        }

        @Override
        public List<Order> waiting(OrganizationId hospital, List<String> sources) {
            return List.of();
        }

        @Override
        public void reported(UUID subject, Protocol.StateReport report) {}

        @Override
        public boolean accepts(String path) {
            return path.equals(PATH);
        }

        @Override
        public boolean wants(UUID subject) {
            return !ended;
        }

        @Override
        public void receive(UUID subject, String path, InputStream content) throws IOException {
            if (diskIsFull) {
                throw new IOException("no space left");
            }
            files.put(path, content.readAllBytes());
        }

        @Override
        public void forgetUnfinished(Set<UUID> subjects, Instant before) {
            arriving = subjects;
        }

        @Override
        public void complete(UUID subject, PublicKey hospital) {}
    }
}
