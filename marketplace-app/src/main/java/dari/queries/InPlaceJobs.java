package dari.queries;

import dari.agents.AgentWork;
import dari.agents.SmallAnswer;
import dari.kernel.OrganizationId;
import dari.provisioner.agent.Protocol;
import dari.provisioner.json.Json;
import dari.provisioner.query.KeptAnswer;
import dari.provisioner.query.QueryAnswer.Refusal;
import dari.provisioner.query.QueryLimits;
import dari.sandboxes.SandboxAccess;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has questions answered by the agent that keeps the release, each only while access to it is open. */
@Component
class InPlaceJobs implements AgentWork {

    private static final SmallAnswer ANSWER =
            new SmallAnswer(KeptAnswer.KIND, KeptAnswer.FILE, KeptAnswer.MOST_DOCUMENT_BYTES);

    private final InPlaceQuestionRepository repository;
    private final InPlaceQuestions questions;
    private final SandboxAccess access;
    private final Clock clock;

    InPlaceJobs(InPlaceQuestionRepository repository, InPlaceQuestions questions, SandboxAccess access, Clock clock) {
        this.repository = repository;
        this.questions = questions;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Protocol.Task task() {
        return Protocol.Task.QUERY;
    }

    @Override
    public Duration life() {
        return InPlaceQuestions.PATIENCE;
    }

    @Override
    public List<Order> waiting(OrganizationId hospital, List<String> sources) {
        Instant since = clock.instant().minus(InPlaceQuestions.PATIENCE);
        return repository.findByHospitalAndEndedAtIsNullOrderById(hospital).stream()
                .filter(question -> !question.askedAt().isBefore(since))
                .filter(question -> sources.contains(question.source()))
                .filter(question -> access.isOpen(question.sandbox()))
                .map(question -> new Order(
                        question.id(),
                        question.source(),
                        question.kept().json(),
                        question.kept().hash()))
                .toList();
    }

    /** The agent that made the release has it. */
    @Override
    public List<UUID> leftoversOf(UUID subject) {
        return repository.findById(subject).map(InPlaceQuestion::releaseJob).stream()
                .toList();
    }

    @Override
    public void reported(UUID subject, Protocol.StateReport report) {
        switch (report.state()) {
            case WAITING_FOR_STEWARD, RUNNING, DONE -> {}
            case HELD, FAILED, REFUSED -> {
                boolean gone = Objects.requireNonNullElse(report.code(), "").startsWith("release.");
                questions.refused(questions.find(subject), gone ? Refusal.GONE : Refusal.DECLINED);
            }
        }
    }

    @Override
    public boolean accepts(String path) {
        return ANSWER.accepts(path);
    }

    @Override
    public boolean wants(UUID subject) {
        InPlaceQuestion question = questions.find(subject);
        return question.waits() && access.isOpen(question.sandbox());
    }

    @Override
    public void receive(UUID subject, String path, InputStream content) throws IOException {
        questions.find(subject).holds(ANSWER.text(content));
    }

    /** It counts when the agent signed it, for this question, within the limits, and access is still open. */
    @Override
    public void complete(UUID subject, PublicKey hospital) {
        InPlaceQuestion question = questions.find(subject);
        if (!access.isOpen(question.sandbox())) {
            questions.refused(question, Refusal.CLOSED);
            return;
        }
        String content = ANSWER.signed(question.document(), hospital);
        Json.parse(content, KeptAnswer.class, KeptAnswer.FILE).require(question.kept(), QueryLimits.DEFAULT);
        questions.answered(question);
    }
}
