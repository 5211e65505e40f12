package dari.notifications;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which notices each person wants by e-mail, and when. */
@Service
@Transactional
public class LetterChoices {

    private final NoticeChoiceRepository choices;
    private final NoticeDigestRepository digests;
    private final NotificationRepository notifications;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;

    LetterChoices(
            NoticeChoiceRepository choices,
            NoticeDigestRepository digests,
            NotificationRepository notifications,
            History history,
            CurrentActor currentActor,
            Ids ids) {
        this.choices = choices;
        this.digests = digests;
        this.notifications = notifications;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public MailChoices mine() {
        UserId me = me();
        Map<NoticeKind, Delivery> all = new EnumMap<>(NoticeKind.class);
        Arrays.stream(NoticeKind.values())
                .filter(kind -> !kind.isAlwaysAtOnce())
                .forEach(kind -> all.put(kind, Delivery.AT_ONCE));
        choices.findByAccount(me).forEach(choice -> all.put(choice.kind(), choice.delivery()));
        return new MailChoices(
                all, digests.findById(me).map(NoticeDigest::hourOfDay).orElse(NoticeDigest.USUAL_HOUR));
    }

    /** Kinds that are always sent at once are left as they are, whatever is asked. */
    @SignedIn
    public void choose(MailChoices wanted) {
        UserId me = me();
        wanted.deliveries().forEach((kind, delivery) -> choose(me, kind, delivery));
        digestOf(me).comesAt(wanted.hour());
        record(me);
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public Delivery of(UserId person, NoticeKind kind) {
        return kind.isAlwaysAtOnce()
                ? Delivery.AT_ONCE
                : choices.findByAccountAndKind(person, kind)
                        .map(NoticeChoice::delivery)
                        .orElse(Delivery.AT_ONCE);
    }

    /**
     * What the link of a letter would stop.
     *
     * @return the kind; empty for everything that comes in the digest
     * @throws RuleBrokenException when the link is not ours, or too old
     */
    @Anyone
    @Transactional(readOnly = true)
    public Optional<NoticeKind> stoppedBy(SecretToken token) {
        Optional<NoticeKind> kind = notifications.findByStopHash(token.hash()).map(Notification::kind);
        if (kind.isEmpty() && digests.findByStopHash(token.hash()).isEmpty()) {
            throw new RuleBrokenException("letters.rule.badLink");
        }
        return kind;
    }

    /** Stops the letters, as the person asked by the letter's link; doing it twice does no harm. */
    @Anyone
    public void stop(SecretToken token) {
        if (stoppedBy(token).isPresent()) {
            Notification notice = notifications.findByStopHash(token.hash()).orElseThrow();
            choose(notice.account(), notice.kind(), Delivery.NEVER);
            record(notice.account());
        } else {
            UserId person = digests.findByStopHash(token.hash()).orElseThrow().account();
            List<NoticeChoice> daily = choices.findByAccount(person).stream()
                    .filter(choice -> choice.delivery() == Delivery.DAILY)
                    .toList();
            daily.forEach(choice -> choice.choose(Delivery.NEVER));
            record(person);
        }
    }

    NoticeDigest digestOf(UserId person) {
        return digests.findById(person).orElseGet(() -> digests.save(new NoticeDigest(person)));
    }

    private void choose(UserId person, NoticeKind kind, Delivery delivery) {
        if (!kind.isAlwaysAtOnce()) {
            choices.findByAccountAndKind(person, kind)
                    .ifPresentOrElse(
                            choice -> choice.choose(delivery),
                            () -> choices.save(new NoticeChoice(ids.next(), person, kind, delivery)));
        }
    }

    private void record(UserId person) {
        history.recordBy(person, HistoryEntry.of("letters.chosen", "account", person.value()));
    }

    private UserId me() {
        return currentActor.person().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }
}
