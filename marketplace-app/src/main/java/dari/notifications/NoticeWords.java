package dari.notifications;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts names and titles in the reader's language where a notice keeps only whom it is about, or both languages. */
@Component
class NoticeWords {

    private final ObjectProvider<NoticeNames> names;

    NoticeWords(ObjectProvider<NoticeNames> names) {
        this.names = names;
    }

    List<String> of(List<String> arguments, Locale locale) {
        return arguments.stream().map(argument -> word(argument, locale)).toList();
    }

    private static String title(String argument, Locale locale) {
        int border = argument.indexOf(Notice.IN_ENGLISH);
        if (border < 0) {
            return argument;
        }
        return locale.getLanguage().equals("en") ? argument.substring(border + 1) : argument.substring(0, border);
    }

    private String word(String argument, Locale locale) {
        if (!argument.matches(Notice.ORGANIZATION + "[0-9a-f-]{36}")) {
            return title(argument, locale);
        }
        UUID id = UUID.fromString(argument.substring(Notice.ORGANIZATION.length()));
        return names.stream()
                .flatMap(known -> known.name(id, locale).stream())
                .findFirst()
                .orElse("–");
    }
}
