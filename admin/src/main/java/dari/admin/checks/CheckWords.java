package dari.admin.checks;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says evidence in the reader's language. */
@Component
class CheckWords {

    private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final MessageSource messages;

    CheckWords(MessageSource messages) {
        this.messages = messages;
    }

    List<String> sentences(List<CheckLine> lines, Locale locale) {
        return lines.stream().map(line -> sentence(line, locale)).toList();
    }

    private String sentence(CheckLine line, Locale locale) {
        DateTimeFormatter days = DateTimeFormatter.ofPattern(messages.getMessage("ui.date.full", null, locale), locale);
        Object[] arguments = line.arguments(locale).stream()
                .map(text -> text.matches(ISO_DAY) ? LocalDate.parse(text).format(days) : text)
                .toArray();
        return messages.getMessage("checks.evidence." + line.key(), arguments, locale);
    }
}
