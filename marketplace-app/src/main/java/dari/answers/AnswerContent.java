package dari.answers;

import java.util.Locale;

/**
 * What a template says, in both languages.
 *
 * @param name by which the office finds it
 */
public record AnswerContent(AnswerKind kind, String name, String bodyKo, String bodyEn) {

    public String body(Locale locale) {
        return locale.getLanguage().equals("en") ? bodyEn : bodyKo;
    }
}
