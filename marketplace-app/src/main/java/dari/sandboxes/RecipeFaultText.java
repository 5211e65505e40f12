package dari.sandboxes;

import dari.provisioner.BadInput;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong with a recipe in the reader's language, as the engine names it by a stable code. */
@Component
public class RecipeFaultText {

    private static final String ENGINE = "recipe.";
    private static final String KEY = "recipes.problem.";
    private static final String SCHEMA = "recipes.problem.schema";

    private final MessageSource messages;

    RecipeFaultText(MessageSource messages) {
        this.messages = messages;
    }

    /** @param translated whether it is in the reader's language; else it is the engine's own English */
    public record Said(String what, String whatToDo, boolean translated) {}

    public Said of(BadInput wrong, Locale locale) {
        if (!wrong.code().startsWith(ENGINE)) {
            return new Said(wrong.what(), wrong.whatToDo(), false);
        }
        String key = KEY + wrong.code().substring(ENGINE.length());
        String what = say(key + ".what", wrong.arguments(), locale);
        String whatToDo = say(key + ".do", wrong.arguments(), locale);
        if (key.startsWith(SCHEMA)) { // one for each of the validator's words, and one for all that have none
            what = what == null ? say(SCHEMA + ".what", wrong.arguments(), locale) : what;
            whatToDo = say(SCHEMA + ".do", wrong.arguments(), locale);
        }
        return what == null || whatToDo == null
                ? new Said(wrong.what(), wrong.whatToDo(), false)
                : new Said(what, whatToDo, true);
    }

    private @Nullable String say(String key, List<String> arguments, Locale locale) {
        return messages.getMessage(key, arguments.toArray(), null, locale);
    }
}
