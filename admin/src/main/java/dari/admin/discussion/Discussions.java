package dari.admin.discussion;

import dari.admin.AskedReviewer;
import dari.admin.ForAdministrators;
import dari.admin.ForReviewers;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewRules;
import dari.admin.ReviewSurroundings;
import dari.admin.ReviewedApplication;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets those talk who handed in a review of an application, and the office. A reviewer comes in only after the own review is
 * in, so that nobody scores after the others. The application's state does not change, nobody outside is told, and to whoever
 * has a conflict the discussion does not exist: neither its state, nor a count, nor a notice says that people review.
 */
@Service
@Transactional
public class Discussions {

    private final DiscussionRepository discussions;
    private final DiscussionMessageRepository messages;
    private final ReviewCases cases;
    private final ReviewRules rules;
    private final ProgramSurroundings surroundings;
    private final ReviewSurroundings beyond;
    private final Clock clock;

    Discussions(
            DiscussionRepository discussions,
            DiscussionMessageRepository messages,
            ReviewCases cases,
            ReviewRules rules,
            ProgramSurroundings surroundings,
            ReviewSurroundings beyond,
            Clock clock) {
        this.discussions = discussions;
        this.messages = messages;
        this.cases = cases;
        this.rules = rules;
        this.surroundings = surroundings;
        this.beyond = beyond;
        this.clock = clock;
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public DiscussionView show(UUID application) {
        return view(free(application).id(), true);
    }

    /** Opens the discussion, or opens it again. */
    @ForAdministrators
    public void open(UUID application) {
        ReviewedApplication found = free(application);
        requireInReview(found);
        if (panel(application).isEmpty()) {
            throw new ProgramRuleBrokenException("reviewers.rule.nobodyToTalk");
        }
        discussions
                .findById(application)
                .ifPresentOrElse(
                        Discussion::reopen, () -> discussions.save(new Discussion(application, clock.instant())));
        record("discussion.opened", application);
        tellPanel(application, "reviewers.notice.discussionOpened");
    }

    @ForAdministrators
    public void close(UUID application) {
        find(free(application).id()).close(clock.instant());
        record("discussion.closed", application);
    }

    /**
     * The office writes.
     *
     * @throws ProgramRuleBrokenException when the text holds data of patients, or the discussion is not open
     */
    @ForAdministrators
    public void say(UUID application, String text, String language) {
        requireInReview(free(application));
        write(application, text, language, true);
    }

    /** The discussion of an application that the present person reviewed; none before it was opened. */
    @ForReviewers
    @Transactional(readOnly = true)
    public DiscussionView ofReview(UUID review) {
        return applicationOf(review)
                .map(application -> view(application, false))
                .orElse(DiscussionView.NONE);
    }

    /**
     * A reviewer writes.
     *
     * @throws ProgramRuleBrokenException when the text holds data of patients, or the discussion is not open
     */
    @ForReviewers
    public void sayAsReviewer(UUID review, String text, String language) {
        UUID application = applicationOf(review).orElseThrow(() -> new ProgramNotFoundException("discussion"));
        requireInReview(cases.application(application));
        write(application, text, language, false);
    }

    private void write(UUID application, String text, String language, boolean office) {
        find(application).requireOpen();
        beyond.refusalOf(text).ifPresent(reason -> {
            throw new ProgramRuleBrokenException(reason);
        });
        messages.save(new DiscussionMessage(
                surroundings.newId(),
                application,
                surroundings.actor().user(),
                office,
                language.equals("en") ? "en" : "ko",
                text,
                clock.instant()));
        record("discussion.spoken", application);
        tellPanel(application, "reviewers.notice.discussionSpoken");
        if (!office) {
            tellOffice(application);
        }
    }

    private DiscussionView view(UUID application, boolean named) {
        Optional<Discussion> discussion = discussions.findById(application);
        if (discussion.isEmpty()) {
            return DiscussionView.NONE;
        }
        UUID me = surroundings.actor().user();
        Map<UUID, Integer> numbers = new LinkedHashMap<>();
        List<ShownRemark> remarks = new ArrayList<>();
        for (DiscussionMessage message : messages.findByApplicationOrderById(application)) {
            int number = 0;
            if (!message.isOfTheOffice()) {
                numbers.putIfAbsent(message.author(), numbers.size() + 1);
                number = numbers.getOrDefault(message.author(), 0);
            }
            remarks.add(new ShownRemark(
                    named ? surroundings.personName(message.author()) : null,
                    number,
                    message.author().equals(me),
                    message.language(),
                    message.body(),
                    message.writtenAt()));
        }
        return new DiscussionView(true, discussion.get().isOpen(), remarks);
    }

    /** The application that the present person may discuss through this review; empty for everybody else. */
    private Optional<UUID> applicationOf(UUID review) {
        UUID me = surroundings.actor().user();
        return cases.askedOf(List.of(me)).stream()
                .filter(asked -> asked.review().equals(review) && asked.submitted())
                .map(AskedReviewer::application)
                .filter(application -> !rules.hasConflict(application, me))
                .findFirst();
    }

    /** An application about whose reviewers the present administrator may know. */
    private ReviewedApplication free(UUID application) {
        if (cases.isHiddenFromActor(application)) {
            throw new ProgramNotFoundException("discussion");
        }
        return cases.application(application);
    }

    private static void requireInReview(ReviewedApplication application) {
        if (!application.isInReview()) {
            throw new ProgramRuleBrokenException("admin.rule.review.over");
        }
    }

    private Discussion find(UUID application) {
        return discussions.findById(application).orElseThrow(() -> new ProgramNotFoundException("discussion"));
    }

    /** Whoever handed a review in and has no conflict that turned up since. */
    private List<AskedReviewer> panel(UUID application) {
        return cases.askedFor(List.of(application)).stream()
                .filter(AskedReviewer::submitted)
                .filter(asked -> !rules.hasConflict(application, asked.reviewer()))
                .toList();
    }

    private void tellPanel(UUID application, String key) {
        UUID me = surroundings.actor().user();
        panel(application).stream()
                .filter(member -> !member.reviewer().equals(me))
                .forEach(member -> surroundings.tellPerson(member.reviewer(), key, "/reviews/" + member.review()));
    }

    private void tellOffice(UUID application) {
        Set<UUID> asked = new HashSet<>();
        cases.askedFor(List.of(application)).forEach(review -> asked.add(review.reviewer()));
        beyond.tellAdministratorsExcept(
                cases.application(application).parties(),
                asked,
                "reviewers.notice.discussionSpoken",
                "/program/applications/" + application + "/discussion");
    }

    private void record(String action, UUID application) {
        surroundings.record(action, "application", application, Map.of(), null);
    }
}
