package dari.queries;

import dari.agents.AgentDesk;
import dari.audit.History;
import dari.kernel.BackgroundWork;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.provisioner.Sha256;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.query.QueryAnswer.Refusal;
import dari.provisioner.release.Release;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions that the hospital's agent answers, over releases that stay with it. Each ends: answered, refused, or unanswered
 * after a while; its end is what the hospital reads, and its answer goes soon after.
 */
@Service
@Transactional
@BackgroundWork
class InPlaceQuestions {

    /** So long an agent may take; then the question is over, and both sides are told. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    /** So long an answer is kept for whoever asked. */
    static final Duration KEPT = Duration.ofHours(1);

    /** Of one person and sandbox at a time. */
    private static final int MOST_WAITING = 5;

    /** Both sides are told once in so long that a sandbox's questions stay unanswered. */
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofDays(1);

    private final InPlaceQuestionRepository questions;
    private final SandboxQueryRepository queries;
    private final Sandboxes sandboxes;
    private final AgentDesk agents;
    private final Organizations organizations;
    private final History history;
    private final Ids ids;
    private final Clock clock;

    InPlaceQuestions(
            InPlaceQuestionRepository questions,
            SandboxQueryRepository queries,
            Sandboxes sandboxes,
            AgentDesk agents,
            Organizations organizations,
            History history,
            Ids ids,
            Clock clock) {
        this.questions = questions;
        this.queries = queries;
        this.sandboxes = sandboxes;
        this.agents = agents;
        this.organizations = organizations;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts a question before the agent that keeps the release, or finds the same one that waits or was answered a short while ago.
     *
     * @return its id; empty when no agent keeps the release
     * @throws RuleBrokenException when too many of this person's wait already
     */
    Optional<UUID> put(SandboxView sandbox, UserId person, Release release, Question question, String network) {
        String manifest = Sha256.hex(release.manifest().canonicalBytes());
        Optional<UUID> same = questions
                .findBySandboxAndPersonAndManifestAndTakenAndTextOrderByIdDesc(
                        sandbox.id(), person, manifest, question.taken(), question.sql())
                .stream()
                .filter(asked -> asked.isOfUse() && Objects.equals(asked.getToken(), question.token()))
                .map(InPlaceQuestionRepository.Asked::getId)
                .findFirst();
        if (same.isPresent()) {
            return same;
        }
        if (questions.countBySandboxAndPersonAndEndedAtIsNull(sandbox.id(), person) >= MOST_WAITING) {
            throw new RuleBrokenException("queries.rule.waiting");
        }
        return agents.keeperOf(sandbox.id().value())
                .map(keeper -> questions
                        .save(new InPlaceQuestion(
                                ids.next(),
                                sandbox,
                                person,
                                keeper.job(),
                                manifest,
                                question,
                                network,
                                clock.instant()))
                        .id());
    }

    /** Whether it still waits; what was removed meanwhile does not. */
    @Transactional(readOnly = true)
    boolean waits(UUID id) {
        return questions.findById(id).map(InPlaceQuestion::waits).orElse(false);
    }

    /** What became of it, for whoever asked. */
    QueryAnswer fetch(UUID id) {
        return questions
                .lock(id)
                .map(question -> {
                    QueryAnswer answer = question.answer();
                    if (question.fetch()) {
                        history.record(SandboxQueries.answerTaken(sandboxes.show(question.sandbox()), answer));
                    }
                    return answer;
                })
                .orElse(QueryAnswer.refused(Refusal.CLOSED, ""));
    }

    /** Those of a sandbox that wait, in the order in which they were asked. */
    @Transactional(readOnly = true)
    List<InPlaceQuestion> waiting(SandboxId sandbox) {
        return questions.findBySandboxAndEndedAtIsNullOrderById(sandbox);
    }

    /** The agent's word for it counts. */
    void answered(InPlaceQuestion question) {
        Optional<Release> release = sandboxes.release(question.sandbox());
        if (release.isEmpty()) { // what tells about the data is gone: nobody can say what the answer gives away
            refused(question, Refusal.GONE);
            return;
        }
        boolean kept =
                question.asked().objection(release.get(), question.told()).isPresent();
        question.answered(kept, clock.instant());
        queries.save(question.record());
    }

    void refused(InPlaceQuestion question, Refusal why) {
        question.refused(why, clock.instant());
        queries.save(question.record());
    }

    InPlaceQuestion find(UUID id) {
        return questions.lock(id).orElseThrow(() -> new NotFoundException("question"));
    }

    /** Access closed: what waits is withdrawn from the agent, and no answer is kept. */
    void close(SandboxId sandbox) {
        for (InPlaceQuestion question : questions.lockOf(sandbox)) {
            if (question.waits()) {
                refused(question, Refusal.CLOSED);
                agents.withdraw(question.id());
            }
        }
        questions.deleteOf(sandbox);
    }

    List<UUID> unanswered() {
        return questions.findUnanswered(clock.instant().minus(PATIENCE));
    }

    /** One that was not answered in time is over; both sides are told. */
    void end(UUID id) {
        questions.lock(id).filter(InPlaceQuestion::waits).ifPresent(question -> {
            Instant since = clock.instant().minus(TOLD_AGAIN_AFTER);
            boolean told = queries.existsBySandboxAndRefusalAndAskedAtGreaterThanEqual(
                    question.sandbox(), Refusal.SILENT, since);
            refused(question, Refusal.SILENT);
            agents.withdraw(id);
            if (!told) {
                tellBoth(question);
            }
        });
    }

    /** Answers were there to be looked at, not to be kept. */
    void forgetAnswers() {
        questions.deleteEndedBefore(clock.instant().minus(KEPT));
    }

    private void tellBoth(InPlaceQuestion question) {
        String key = "queries.notice.silent";
        UUID sandbox = question.sandbox().value();
        sandboxes.facts(question.sandbox()).ifPresent(view -> {
            String number = view.project().number();
            organizations.tell(
                    view.project().startup().id(),
                    Set.of(),
                    Notice.of(key, "/sandboxes/" + sandbox + "/query", number));
            organizations.tell(
                    view.project().hospital().id(),
                    Set.of(),
                    Notice.of(key, "/hospital/sandboxes/" + sandbox + "/use", number));
        });
    }
}
