package dari.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.organizations.Organizations;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.Protocol.Task;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.People;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
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
        gateway = new AgentGateway(
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
                clock);
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
    void theLastOfSeveralHasItAndAfterARevocationAnyMayLook() {
        UUID first = release(one);
        UUID second = release(other);
        removals.order(List.of(first, second));
        assertThat(next(one)).isEmpty();
        transaction.executeWithoutResult(now -> find(other).revoke(clock.instant()));
        assertThat(next(one)).as("the first still holds its own").isPresent();
        transaction.executeWithoutResult(now -> find(one).revoke(clock.instant()));
        removals.order(List.of(first, second));
        UUID anew = enrolledAnew();
        assertThat(next(anew)).isPresent();
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
        private List<UUID> leftovers = List.of();

        Waiting(Task task) {
            this.task = task;
        }

        void order(List<UUID> leftoversOfThese) {
            leftovers = leftoversOfThese;
            orders.clear();
            orders.add(new Order(UUID.randomUUID(), "omop", "text", "0".repeat(64)));
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
            return leftovers;
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
        public void receive(UUID subject, String path, byte[] content) {}

        @Override
        public void complete(UUID subject, PublicKey key) {}
    }
}
