package dari.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words to the other side.
 *
 * @param language of the text, ko or en; the language of the request when left out
 */
record MessageBody(
        @NotBlank(message = "{introductions.message.missing}") @Size(max = 4000, message = "{needs.text.long}")
        String text,

        @Pattern(regexp = "ko|en", message = "{needs.choice.bad}") @Nullable
        String language) {

    String languageOr(Locale locale) {
        return language == null ? locale.getLanguage() : language;
    }
}
