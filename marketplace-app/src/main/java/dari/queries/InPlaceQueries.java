package dari.queries;

import dari.agents.AgentDesk;
import dari.kernel.UserId;
import dari.offers.Delivery;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.query.QueryAnswer.Refusal;
import dari.provisioner.release.Release;
import dari.sandboxes.SandboxView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks where the release is: waits a short while for the agent, and leaves the question with it for as long as it takes. */
@Component
class InPlaceQueries {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Agents say that they are alive twice a minute. */
    private static final Duration SILENT_AFTER = Duration.ofMinutes(5);

    private final InPlaceQuestions questions;
    private final AgentDesk agents;
    private final Duration patience;
    private final Clock clock;

    InPlaceQueries(
            InPlaceQuestions questions,
            AgentDesk agents,
            @Value("${dari.query.patience}") Duration patience,
            Clock clock) {
        this.questions = questions;
        this.agents = agents;
        this.patience = patience;
        this.clock = clock;
    }

    /** Outside any transaction; the answer says {@link Refusal#WAITING} when the agent has not answered by then. */
    QueryAnswer ask(SandboxView sandbox, UserId person, Release release, Question question, String network) {
        Optional<UUID> id = questions.put(sandbox, person, release, question, network);
        if (id.isEmpty()) {
            return QueryAnswer.refused(Refusal.GONE, "");
        }
        long end = System.nanoTime() + patience.toNanos();
        while (questions.waits(id.get()) && System.nanoTime() < end) {
            pause();
        }
        return questions.fetch(id.get());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SurroundingsFailed("interrupted", e);
        }
    }

    /** How it stands with the hospital's computer; empty where the release is used otherwise. */
    Optional<PlaceView> place(SandboxView sandbox, Predicate<UserId> shown) {
        if (sandbox.project().terms().delivery() != Delivery.IN_PLACE) {
            return Optional.empty();
        }
        Instant heard = agents.keeperOf(sandbox.id().value())
                .map(AgentDesk.Keeper::lastSeen)
                .orElse(null);
        List<PlaceView.Waiting> waiting = questions.waiting(sandbox.id()).stream()
                .filter(question -> shown.test(question.person()))
                .map(InPlaceQueries::waiting)
                .toList();
        boolean silent = heard == null || heard.isBefore(clock.instant().minus(SILENT_AFTER));
        return Optional.of(new PlaceView(waiting, heard, silent));
    }

    private static PlaceView.Waiting waiting(InPlaceQuestion question) {
        Question asked = question.asked();
        return new PlaceView.Waiting(
                question.id(), asked.sql(), question.askedAt(), asked.taken(), asked.token() != null);
    }

    /** Ends what was not answered in time, and forgets answers that had their time. */
    void sweep() {
        questions.unanswered().forEach(questions::end);
        questions.forgetAnswers();
    }
}
