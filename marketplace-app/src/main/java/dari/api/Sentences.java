package dari.api;

import dari.workspace.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what the matching engine says into sentences, in the asked language, as the pages do. */
@Component
class Sentences {

    private final MessageSource messages;
    private final Words words;

    Sentences(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    String say(String key, List<String> arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, words.named(key, arguments, locale), locale);
    }

    String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** The sentence, or null where the bundles have none. */
    @Nullable
    String sayIfAny(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, "", LocaleContextHolder.getLocale()))
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
