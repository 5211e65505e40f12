package dari.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.organizations.Organizations;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.Protocol.Task;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.People;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Two agents of one hospital look after one source: each gets what only it can do, and nothing by an exclusion list set back. */
@DariTest
class TwoAgentsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

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

    private final Waiting releases = new Waiting(Task.PROVISION);
    private final Waiting removals = new Waiting(Task.DESTROY);

    private AgentGateway gateway;
    private ActAs steward;
    private OrganizationId hospital;
    private UUID one;
    private UUID other;

    @BeforeEach
    void twoAgents() throws GeneralSecurityException {
        gateway = gateway(clock);
        steward = people.aHospital();
        hospital = steward.organization().id();
        one = enrolled();
        other = enrolled();
        tell(one, null);
        tell(other, null);
    }

    @Test
    void whatAJobLeftIsRemovedByTheAgentThatHasIt() {
        UUID made = release(one);
        removals.order(List.of(made));
        assertThat(next(other)).isEmpty();
        assertThat(next(one)).hasValueSatisfying(job -> assertThat(job.task()).isEqualTo(Task.DESTROY));
    }

    @Test
    void eachOfSeveralIsAskedForItsOwnAndAfterARevocationAnyMayLook() {
        UUID first = release(one);
        UUID second = release(other);
        removals.order(List.of(first));
        UUID ofOne = removals.last();
        removals.also(List.of(second));
        assertThat(next(one))
                .hasValueSatisfying(job -> assertThat(job.subject()).isEqualTo(ofOne));
        assertThat(next(other))
                .hasValueSatisfying(job -> assertThat(job.subject()).isEqualTo(removals.last()));
        transaction.executeWithoutResult(now -> find(one).revoke(clock.instant()));
        UUID anew = enrolledAnew();
        assertThat(next(anew))
                .as("over the same state")
                .hasValueSatisfying(job -> assertThat(job.subject()).isEqualTo(ofOne));
    }

    @Test
    void anAgentThatFellSilentLosesItsJobAndIsStaleWhenItComesBack() {
        releases.order(List.of());
        AgentJob held = next(one).orElseThrow();
        after(AgentGateway.LEASE.minusMinutes(1));
        assertThat(next(other)).as("it may still be at work").isEmpty();
        after(AgentGateway.LEASE.plusMinutes(1));
        AgentJob taken = next(other).orElseThrow();
        assertThat(taken.id()).isNotEqualTo(held.id());
        assertThat(jobs.findById(held.id()).orElseThrow().status()).isEqualTo(JobStatus.EXPIRED);
        isStale(held);
        assertThat(next(one)).as("the other has it now").isEmpty();
    }

    @Test
    void anAgentThatIsHeardOfKeepsItsJobHoweverLongItTakes() {
        releases.order(List.of());
        AgentJob held = next(one).orElseThrow();
        after(AgentGateway.LEASE.multipliedBy(3));
        tell(one, null);
        assertThat(next(other)).isEmpty();
        assertThat(next(one)).hasValueSatisfying(job -> assertThat(job.id()).isEqualTo(held.id()));
    }

    @Test
    void aCarriedJobIsNobodyElsesBeforeItExpires() {
        releases.order(List.of());
        AgentJob held = next(one).orElseThrow();
        transaction.executeWithoutResult(
                now -> jobs.findById(held.id()).orElseThrow().carry());
        after(AgentGateway.LEASE.multipliedBy(3));
        assertThat(next(other)).isEmpty();
        after(Duration.ofDays(15));
        assertThat(next(other)).isPresent();
        isStale(held);
    }

    @Test
    void aRevokedAgentsJobGoesToTheOtherAtOnce() {
        releases.order(List.of());
        AgentJob held = next(one).orElseThrow();
        transaction.executeWithoutResult(now -> find(one).revoke(clock.instant()));
        assertThat(next(other)).hasValueSatisfying(job -> assertThat(job.id()).isNotEqualTo(held.id()));
        isStale(held);
    }

    @Test
    void anExpiredJobIsSignedAnewAndItsResultRefused() {
        releases.order(List.of());
        AgentJob held = next(one).orElseThrow();
        after(Duration.ofDays(13));
        assertThat(next(one)).hasValueSatisfying(job -> assertThat(job.id()).isEqualTo(held.id()));
        after(Duration.ofDays(14));
        assertThat(next(one)).hasValueSatisfying(job -> assertThat(job.id()).isNotEqualTo(held.id()));
        isStale(held);
    }

    @Test
    void anotherRecipeIsAnotherJob() {
        releases.order(List.of());
        AgentJob held = next(one).orElseThrow();
        releases.change("1".repeat(64));
        assertThat(next(one)).hasValueSatisfying(job -> assertThat(job.id()).isNotEqualTo(held.id()));
        isStale(held);
    }

    @Test
    void whatIsNotWantedAnyMoreIsWithdrawnFromTheAgentThatWorksOnIt() {
        releases.order(List.of());
        AgentJob held = next(one).orElseThrow();
        transaction.executeWithoutResult(now -> desk.withdraw(held.subject()));
        assertThat(jobs.findById(held.id()).orElseThrow().status()).isEqualTo(JobStatus.WITHDRAWN);
        isStale(held);
    }

    @Test
    void anotherVersionOfTheProtocolIsRefusedByItsNumber() throws Exception {
        for (String path : List.of("heartbeat", "jobs/next", "enrol", "jobs/" + one + "/uploads")) {
            mvc.perform(post("/agent/v1/" + path)
                            .header(Protocol.VERSION_HEADER, "2")
                            .contentType("application/json")
                            .content("{}"))
                    .andExpect(status().isBadRequest())
                    .andExpect(header().string(Protocol.VERSION_HEADER, Protocol.VERSION))
                    .andExpect(content().string(containsString("update")));
        }
    }

    private void isStale(AgentJob job) {
        Protocol.StateReport running = new Protocol.StateReport(Protocol.State.RUNNING, null, null);
        for (Runnable late : List.<Runnable>of(
                () -> gateway.report(job.agent(), job.id(), running),
                () -> gateway.complete(job.agent(), job.id()),
                () -> gateway.open(job.agent(), job.id()))) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(now -> late.run()))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    /** From now on it is so much later for the marketplace than when the test began; the other agent was heard of then. */
    private void after(Duration time) {
        gateway = gateway(Clock.offset(clock, time));
        tell(other, null);
    }

    @Test
    void aListThatWasSetBackStopsTheSourceAtThatAgentOnly() throws Exception {
        tell(one, DAY);
        tell(one, DAY.minusDays(1));
        releases.order(List.of());
        assertThat(next(one)).isEmpty();
        mvc.perform(get("/hospital/agents?lang=en").with(steward.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026")))
                .andExpect(content().string(containsString("Older than before")));
        tell(one, null);
        assertThat(next(one)).as("no list is older than any").isEmpty();
        tell(one, DAY.plusDays(1));
        assertThat(next(one)).isPresent();
        releases.orders.clear();
        releases.order(List.of());
        assertThat(next(other)).as("it never told of a list").isPresent();
    }

    @Test
    void anAgentOfTheSameVersionAsBeforeTellsNoListAndWorks() throws Exception {
        releases.order(List.of());
        assertThat(next(one)).isPresent();
        mvc.perform(get("/hospital/agents?lang=ko").with(steward.signedIn()))
                .andExpect(content().string(containsString("명단 없음")));
    }

    private AgentGateway gateway(Clock now) {
        return new AgentGateway(
                agents,
                codes,
                jobs,
                refusals,
                List.of(releases, removals),
                ledgers,
                key,
                organizations,
                history,
                database,
                ids,
                now);
    }

    private UUID release(UUID agent) {
        releases.order(List.of());
        UUID made = next(agent).orElseThrow().id();
        transaction.executeWithoutResult(now -> gateway.complete(agent, made));
        releases.orders.clear();
        return made;
    }

    private Optional<AgentJob> next(UUID agent) {
        return inTransaction(() -> gateway.next(agent));
    }

    private void tell(UUID agent, @Nullable LocalDate day) {
        Map<String, LocalDate> lists = day == null ? null : Map.of("omop", day);
        transaction.executeWithoutResult(now -> gateway.heartbeat(agent, List.of("omop"), lists));
    }

    private UUID enrolledAnew() {
        try {
            UUID agent = enrolled();
            tell(agent, null);
            return agent;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID enrolled() throws GeneralSecurityException {
        byte[] publicKey = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        String code = desk.issueCode(hospital).text();
        Protocol.Enrolment enrolment =
                new Protocol.Enrolment(code, Base64.getEncoder().encodeToString(publicKey));
        return UUID.fromString(
                inTransaction(() -> gateway.enrol(enrolment)).orElseThrow().agentId());
    }

    private EnrolledAgent find(UUID agent) {
        return agents.findById(agent).orElseThrow();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(now -> work.get());
    }

    /** What waits at the hospital, as a feature would say it. */
    private static final class Waiting implements AgentWork {

        private final Task task;
        private final List<Order> orders = new ArrayList<>();
        private final Map<UUID, List<UUID>> leftovers = new HashMap<>();

        Waiting(Task task) {
            this.task = task;
        }

        void order(List<UUID> leftoversOfThese) {
            orders.clear();
            also(leftoversOfThese);
        }

        void also(List<UUID> leftoversOfThese) {
            orders.add(new Order(UUID.randomUUID(), "omop", "text", "0".repeat(64)));
            leftovers.put(last(), leftoversOfThese);
        }

        void change(String hash) {
            orders.set(0, new Order(last(), "omop", "another text", hash));
        }

        UUID last() {
            return orders.get(orders.size() - 1).subject();
        }

        @Override
        public Task task() {
            return task;
        }

        @Override
        public List<Order> waiting(OrganizationId hospital, List<String> sources) {
            return orders.stream()
                    .filter(order -> sources.contains(order.source()))
                    .toList();
        }

        @Override
        public List<UUID> leftoversOf(UUID subject) {
            return leftovers.getOrDefault(subject, List.of());
        }

        @Override
        public void issued(UUID subject, UUID agent) {}

        @Override
        public void reported(UUID subject, Protocol.StateReport report) {}

        @Override
        public boolean accepts(String path) {
            return true;
        }

        @Override
        public void receive(UUID subject, String path, InputStream content) {}

        @Override
        public void complete(UUID subject, PublicKey key) {}
    }
}
