package dari.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.kernel.BackgroundWork;
import dari.kernel.SecretToken;
import dari.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the daily letters: once a day, at the hour and in the language of its reader. */
@Service
@Transactional
public class Digests {

    /** Notices that one letter tells; the rest stand in place. */
    private static final int TOLD = 50;

    private final NotificationRepository notifications;
    private final LetterChoices choices;
    private final AddressBook addressBook;
    private final Postbox postbox;
    private final MessageSource messages;
    private final NoticeWords words;
    private final Clock clock;
    private final String baseUrl;

    Digests(
            NotificationRepository notifications,
            LetterChoices choices,
            AddressBook addressBook,
            Postbox postbox,
            MessageSource messages,
            NoticeWords words,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.notifications = notifications;
        this.choices = choices;
        this.addressBook = addressBook;
        this.postbox = postbox;
        this.messages = messages;
        this.words = words;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Whose notices wait. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<UserId> readers() {
        return notifications.findAccountsByLetter(LetterState.WAITING);
    }

    /** Writes this person's letter if its hour has come today and something waits. */
    @BackgroundWork
    public void write(UserId person) {
        for (Addressee reader : addressBook.addressees(List.of(person))) {
            NoticeDigest digest = choices.digestOf(person);
            ZonedDateTime now = clock.instant().atZone(reader.zone());
            List<Notification> waiting =
                    notifications.findByAccountAndLetterOrderById(person, LetterState.WAITING, Limit.unlimited());
            if (waiting.isEmpty() || !digest.isDue(now)) {
                return;
            }
            SecretToken stop = SecretToken.fresh();
            postbox.post(letter(reader, waiting).stoppedAt(Notifications.stopAddress(baseUrl, stop)));
            waiting.forEach(Notification::letterSent);
            digest.sent(now.toLocalDate(), stop.hash());
        }
    }

    private Mail letter(Addressee reader, List<Notification> waiting) {
        Locale locale = Locale.forLanguageTag(reader.language());
        String lines = waiting.stream()
                .limit(TOLD)
                .map(notice -> "- "
                        + messages.getMessage(
                                notice.messageKey(),
                                words.of(notice.arguments(), locale).toArray(),
                                locale)
                        + "\n  "
                        + Notifications.addressOf(baseUrl, notice.id()))
                .collect(Collectors.joining("\n"));
        return Mail.of(
                reader.email(),
                reader.language(),
                "letters.digest",
                baseUrl + "/notifications",
                Integer.toString(waiting.size()),
                lines);
    }

    @Configuration(proxyBeanMethods = false)
    static class Clockwork {

        /** Zones differ by quarters of an hour. */
        private static final Duration BETWEEN = Duration.ofMinutes(15);

        @Bean
        RecurringTask<Void> writeDigests(Digests digests) {
            return Tasks.recurring("write-digests", FixedDelay.of(BETWEEN))
                    .execute((instance, context) -> digests.readers().forEach(digests::write));
        }
    }
}
