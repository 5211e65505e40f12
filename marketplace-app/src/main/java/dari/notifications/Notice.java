package dari.notifications;

import java.util.List;
import java.util.UUID;

/**
 * Something a person should know.
 *
 * @param messageKey one whole sentence in the bundles, shown in place and sent as the e-mail's text
 * @param arguments names of things and organisations, dates: nothing of a patient, no secrets
 * @param link path of the page where it can be seen or done
 */
public record Notice(String messageKey, List<String> arguments, String link) {

    /** Begins an argument that stands for an organisation: it is read by its name in the reader's language. */
    static final String ORGANIZATION = "organization:";

    /** Stands between a title and the same in English; nobody types it. */
    static final char IN_ENGLISH = '\u001e';

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** An argument that stands for an organisation. */
    public static String organization(UUID id) {
        return ORGANIZATION + id;
    }

    /** An argument that is called differently in each language; the Korean one stands where there is no English one. */
    public static String title(String korean, String english) {
        return english.isBlank() ? korean : korean + IN_ENGLISH + english;
    }

    public static Notice of(String messageKey, String link, String... arguments) {
        return new Notice(messageKey, List.of(arguments), link);
    }
}
