package dari.notifications;

import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts notices before people, in place and by e-mail, in the transaction that makes them true. */
@Service
@Transactional
public class Notifications {

    private static final int SHOWN = 100;

    private final NotificationRepository notifications;
    private final Postbox postbox;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final String baseUrl;

    Notifications(
            NotificationRepository notifications,
            Postbox postbox,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.notifications = notifications;
        this.postbox = postbox;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Tells each of these people: the same sentence stands in place and in the letter. */
    @BackgroundWork
    public void tell(List<Addressee> people, Notice notice) {
        tell(people, notice, null);
    }

    /** The same with a file that the letter carries. */
    @BackgroundWork
    public void tell(List<Addressee> people, Notice notice, @Nullable MailAttachment attachment) {
        Instant now = clock.instant();
        for (Addressee person : people) {
            notifications.save(new Notification(ids.next(), person.user(), notice, now));
            postbox.post(Mail.ofNotice(person, notice, baseUrl, attachment));
        }
    }

    /** Puts a notice before a person in place only: the feature writes its own letter. */
    @BackgroundWork
    public void tellInPlace(Addressee person, Notice notice) {
        notifications.save(new Notification(ids.next(), person.user(), notice, clock.instant()));
    }

    /** The reader's newest notices; showing them marks them as read. */
    @SignedIn
    public List<ShownNotice> showMine() {
        UserId me = currentActor.get().user();
        List<Notification> newest = notifications.findByAccountOrderByIdDesc(me, Limit.of(SHOWN));
        List<ShownNotice> shown = newest.stream()
                .map(n -> new ShownNotice(n.messageKey(), n.arguments(), n.link(), n.createdAt(), n.isUnread()))
                .toList();
        newest.forEach(n -> n.read(clock.instant()));
        return shown;
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public long unread(UserId account) {
        return notifications.countByAccountAndReadAtIsNull(account);
    }
}
