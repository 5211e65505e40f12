package dari.feasibility;

import dari.agents.AgentWork;
import dari.agents.SmallAnswer;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.provisioner.agent.Protocol;
import dari.provisioner.count.CountAnswer;
import dari.provisioner.count.CountQuestion;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Has questions counted at the hospital, and lets in only what its agent signed, rounded, for that question. */
@Component
class CountJobs implements AgentWork {

    private static final SmallAnswer ANSWER =
            new SmallAnswer(CountQuestion.ANSWER_KIND, CountQuestion.ANSWER_FILE, 10_000);

    private final FeasibilityQuestionRepository questions;
    private final Organizations organizations;
    private final History history;
    private final Clock clock;

    CountJobs(FeasibilityQuestionRepository questions, Organizations organizations, History history, Clock clock) {
        this.questions = questions;
        this.organizations = organizations;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Protocol.Task task() {
        return Protocol.Task.COUNT;
    }

    @Override
    public List<Order> waiting(OrganizationId hospital, List<String> sources) {
        return questions.findByHospitalAndStatusOrderById(hospital, FeasibilityStatus.ASKED, Limit.unlimited()).stream()
                .filter(question -> sources.contains(question.source()))
                .map(question ->
                        new Order(question.id(), question.source(), question.questionJson(), question.questionHash()))
                .toList();
    }

    @Override
    public void reported(UUID subject, Protocol.StateReport report) {
        switch (report.state()) {
            case WAITING_FOR_STEWARD, RUNNING, DONE -> {}
            case HELD, FAILED, REFUSED -> {
                FeasibilityQuestion question = find(subject);
                question.refused(report.code(), clock.instant());
                record("feasibility.refused", question, report.code());
                tell(question, "feasibility.notice.refused");
            }
        }
    }

    @Override
    public boolean accepts(String path) {
        return ANSWER.accepts(path);
    }

    @Override
    public void receive(UUID subject, String path, InputStream content) throws IOException {
        find(subject).holds(ANSWER.text(content));
    }

    @Override
    public void complete(UUID subject, PublicKey hospital) {
        FeasibilityQuestion question = find(subject);
        String content = ANSWER.signed(question.document(), hospital);
        CountAnswer answer = Json.parse(content, CountAnswer.class, CountQuestion.ANSWER_FILE);
        answer.require(question.question());
        question.answered(answer, clock.instant());
        record("feasibility.answered", question, null);
        tell(question, "feasibility.notice.answered");
    }

    private FeasibilityQuestion find(UUID id) {
        return questions.findById(id).orElseThrow(() -> new NotFoundException("question"));
    }

    private void record(String action, FeasibilityQuestion question, @Nullable String code) {
        HistoryEntry entry =
                HistoryEntry.of(action, "offer", question.offer().value()).with("question", question.id());
        history.recordBySystem("hospital-agent", code == null ? entry : entry.with("code", code));
    }

    private void tell(FeasibilityQuestion question, String key) {
        organizations.tell(
                question.startup(),
                Set.of(),
                Notice.of(
                        key,
                        "/startup/offers/" + question.offer().value() + "/feasibility",
                        organizations.facts(question.hospital()).inNotices()));
    }
}
