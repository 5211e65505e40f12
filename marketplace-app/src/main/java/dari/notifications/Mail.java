package dari.notifications;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be written from the bundles when it is sent.
 *
 * @param to e-mail address
 * @param language language tag of the reader, {@code ko} or {@code en}
 * @param subjectKey message key of the subject
 * @param bodyKey message key of the text
 * @param arguments arguments of both messages
 * @param link address that closes the letter; null when the text holds all
 * @param attachment file that goes along; null for none, as in letters that waited since before there were any
 * @param stop address at which the reader stops letters of this kind (RFC 8058); null where they must come
 */
public record Mail(
        String to,
        String language,
        String subjectKey,
        String bodyKey,
        List<String> arguments,
        @Nullable String link,
        @Nullable MailAttachment attachment,
        @Nullable String stop)
        implements Serializable {

    public Mail {
        arguments = List.copyOf(arguments);
    }

    /** A letter with messages {@code <key>.subject} and {@code <key>.body}. */
    public static Mail of(String to, String language, String key, @Nullable String link, String... arguments) {
        return new Mail(to, language, key + ".subject", key + ".body", List.of(arguments), link, null, null);
    }

    static Mail ofNotice(Addressee person, Notice notice, String link, @Nullable MailAttachment attachment) {
        return new Mail(
                person.email(),
                person.language(),
                "notifications.mail.subject",
                notice.messageKey(),
                notice.arguments(),
                link,
                attachment,
                null);
    }

    Mail stoppedAt(String address) {
        return new Mail(to, language, subjectKey, bodyKey, arguments, link, attachment, address);
    }

    @Override
    public String toString() {
        return "Mail[" + bodyKey + "]";
    }
}
