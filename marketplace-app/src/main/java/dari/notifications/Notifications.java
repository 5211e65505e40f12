package dari.notifications;

import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.SecretToken;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts notices before people, in place and by e-mail, in the transaction that makes them true. */
@Service
@Transactional
public class Notifications {

    private static final int SHOWN = 100;

    private final NotificationRepository notifications;
    private final LetterChoices choices;
    private final Postbox postbox;
    private final NoticeWords words;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final String baseUrl;

    Notifications(
            NotificationRepository notifications,
            LetterChoices choices,
            Postbox postbox,
            NoticeWords words,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.notifications = notifications;
        this.choices = choices;
        this.postbox = postbox;
        this.words = words;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Tells each of these people: the same sentence stands in place and in the letter. */
    @BackgroundWork
    public void tell(List<Addressee> people, Notice notice) {
        tell(people, null, notice, null);
    }

    /**
     * Tells members of an organisation: following the notice, they work for it.
     *
     * @param attachment a file that the letter carries; such a letter does not wait for the day's digest
     */
    @BackgroundWork
    public void tell(
            List<Addressee> people,
            @Nullable OrganizationId organization,
            Notice notice,
            @Nullable MailAttachment attachment) {
        NoticeKind kind = NoticeKind.of(notice.messageKey());
        for (Addressee person : people) {
            LetterState letter = switch (choices.of(person.user(), kind)) {
                case AT_ONCE -> LetterState.SENT;
                case DAILY -> attachment == null ? LetterState.WAITING : LetterState.SENT;
                case NEVER -> LetterState.NONE;
            };
            Notification kept = notifications.save(
                    new Notification(ids.next(), person.user(), organization, notice, letter, clock.instant()));
            if (letter == LetterState.SENT) {
                write(person, kept, notice, attachment);
            }
        }
    }

    private void write(Addressee person, Notification kept, Notice notice, @Nullable MailAttachment attachment) {
        Mail mail = Mail.ofNotice(person, notice, addressOf(baseUrl, kept.id()), attachment);
        if (kept.kind().isAlwaysAtOnce()) {
            postbox.post(mail);
        } else {
            SecretToken stop = SecretToken.fresh();
            kept.stoppedBy(stop.hash());
            postbox.post(mail.stoppedAt(stopAddress(baseUrl, stop)));
        }
    }

    /** Puts a notice before a person in place only: the feature writes its own letter. */
    @BackgroundWork
    public void tellInPlace(Addressee person, Notice notice) {
        notifications.save(
                new Notification(ids.next(), person.user(), null, notice, LetterState.NONE, clock.instant()));
    }

    /** The reader's newest notices. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<ShownNotice> showMine(int page) {
        Page<Notification> newest = notifications.findByAccountOrderByIdDesc(me(), PageRequest.of(page, SHOWN));
        Locale locale = LocaleContextHolder.getLocale();
        return newest.map(n -> new ShownNotice(
                n.id(), n.messageKey(), words.of(n.arguments(), locale), n.link(), n.createdAt(), n.isUnread()));
    }

    /** The reader has seen them; of somebody else's nothing changes. */
    @SignedIn
    public void markRead(List<UUID> seen) {
        if (!seen.isEmpty()) {
            notifications.markRead(me(), seen, clock.instant());
        }
    }

    /** Follows a notice of the reader's. */
    @SignedIn
    public OpenedNotice open(UUID id) {
        markRead(List.of(id)); // before anything is read: what another window marks meanwhile is no conflict then
        return notifications
                .findByIdAndAccount(id, me())
                .orElseThrow(() -> new NotFoundException("notice"))
                .opened();
    }

    static String addressOf(String baseUrl, UUID notice) {
        return baseUrl + "/notifications/" + notice;
    }

    static String stopAddress(String baseUrl, SecretToken token) {
        return baseUrl + "/letters/stop?token=" + token.text();
    }

    private UserId me() {
        return currentActor.person().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public long unread(UserId account) {
        return notifications.countByAccountAndReadAtIsNull(account);
    }
}
