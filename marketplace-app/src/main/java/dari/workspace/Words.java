package dari.workspace;

import dari.matching.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The vocabulary's words in the reader's language; pages call it {@code @words}. */
@Component("words")
public class Words {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern YEARS = Pattern.compile("\\byears\\b");

    private final Vocabulary vocabulary;
    private final MessageSource messages;

    Words(Vocabulary vocabulary, MessageSource messages) {
        this.vocabulary = vocabulary;
        this.messages = messages;
    }

    /** The choices of a kind, e.g. {@code modality}. */
    public List<Option> options(String kind, Locale locale) {
        return vocabulary.ofKind(kind).stream()
                .map(concept -> new Option(concept.id(), concept.label(locale)))
                .toList();
    }

    /** Choices that are codes of a form and messages of a bundle: {@code <prefix>.<code>}. */
    public List<Option> options(String prefix, List<String> codes, Locale locale) {
        return codes.stream()
                .map(code -> new Option(code, messages.getMessage(prefix + "." + code, null, locale)))
                .toList();
    }

    /** The language that a frozen text is written in, as far as its letters say: {@code ko}, or null. */
    public @Nullable String language(@Nullable String text) {
        return text != null && HANGUL.matcher(text).find() ? "ko" : null;
    }

    /** The name of a code; the code itself when the vocabulary does not know it. */
    public String label(String code, Locale locale) {
        return vocabulary.find(code).map(concept -> concept.label(locale)).orElse(code);
    }

    public String labels(Collection<String> codes, Locale locale) {
        return codes.stream().map(code -> label(code, locale)).collect(Collectors.joining(", "));
    }

    /**
     * The arguments of a message of the matching engine as a person reads them: codes, also several with commas between,
     * become names, days are written as the reader writes them, and whole numbers are grouped, but for years.
     *
     * @param messageKey the message they are for: it knows what a number is
     */
    public Object[] named(String messageKey, List<String> arguments, Locale locale) {
        boolean years = YEARS.matcher(messageKey).find();
        return arguments.stream()
                .map(argument -> {
                    if (argument.contains(":")) {
                        return labels(Arrays.asList(argument.split(",")), locale);
                    }
                    if (DAY.matcher(argument).matches()) {
                        return day(LocalDate.parse(argument), locale);
                    }
                    return years || !WHOLE_NUMBER.matcher(argument).matches()
                            ? argument
                            : (Object) Long.valueOf(argument); // the message groups it
                })
                .toArray();
    }

    private String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage("ui.date.full", null, locale), locale)
                .format(day);
    }
}
