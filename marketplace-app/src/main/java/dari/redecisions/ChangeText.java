package dari.redecisions;

import dari.matching.permission.Decision;
import dari.redecisions.Grounds.Change;
import dari.workspace.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a difference in the reader's language: what it is about, what held before, what would hold now, and why. */
@Component
class ChangeText {

    private final MessageSource messages;
    private final Words words;

    ChangeText(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    /** @param reasons sentences of the rules that decide now; empty where the words before and after say it */
    record Said(String label, String before, String after, List<String> reasons, Remedy remedy) {}

    Said of(Change change, Locale locale) {
        return new Said(
                label(change.either(), locale),
                value(change.before(), locale),
                value(change.after(), locale),
                reasons(change.after(), locale),
                Remedy.of(change));
    }

    private String label(Ground ground, Locale locale) {
        return switch (ground.subject()) {
            case BOARD, STEP -> say("redecisions.subject." + ground.subject(), locale, name(ground, locale));
            case PAPERS, QUESTIONS ->
                say(
                        "redecisions.subject." + ground.subject(),
                        locale,
                        name(ground, locale).lines().findFirst().orElse(""));
            case DUTY -> say("redecisions.subject.DUTY", locale, say("matching.duty." + ground.about(), locale));
            case CLAUSE, RULES -> say("redecisions.subject." + ground.subject() + "." + ground.about(), locale);
            default -> say("redecisions.subject." + ground.subject(), locale);
        };
    }

    private String value(@Nullable Ground ground, Locale locale) {
        if (ground == null) {
            return say("redecisions.value.none", locale);
        }
        String value = ground.value();
        return switch (ground.subject()) {
            case VERDICT -> say("redecisions.verdict." + Remedy.decision(value), locale);
            case TIER -> say("sandboxes.tier." + value, locale);
            case BOARD -> {
                List<String> parts = Remedy.codes(value);
                yield say("redecisions.board." + parts.get(0), locale, parts.get(1));
            }
            case PAPERS ->
                value.isEmpty()
                        ? say("redecisions.papers.none", locale)
                        : name(ground, locale).lines().skip(1).collect(Collectors.joining(", "));
            case QUESTIONS -> {
                List<String> parts = Remedy.codes(value); // version, questions, fingerprint
                yield parts.get(0).equals("0")
                        ? say("redecisions.questions.none", locale)
                        : say("redecisions.questions", locale, parts.get(0), Integer.parseInt(parts.get(1)));
            }
            case CALL -> {
                List<String> parts = Remedy.codes(value); // standing, version, deadline
                yield say("redecisions.call." + parts.get(0), locale, parts.get(1), parts.get(2));
            }
            case STEP -> {
                List<String> parts = Remedy.codes(value); // whose, due, waived
                yield parts.size() > 2
                        ? say("redecisions.step.waived", locale)
                        : say("redecisions.step." + parts.get(0), locale, parts.get(1));
            }
            case DUTY -> {
                List<String> parts = Remedy.codes(value); // anchor, days, day
                boolean named = !parts.get(2).equals("null");
                yield named
                        ? parts.get(2)
                        : say("redecisions.duty." + parts.get(0), locale, Integer.parseInt(parts.get(1)));
            }
            case CLAUSE -> name(ground, locale);
            case ACCESS_DAYS -> say("redecisions.days", locale, Integer.parseInt(value));
            case ENVIRONMENT -> words.labels(Remedy.codes(value), locale);
            case RULES -> value;
        };
    }

    private List<String> reasons(@Nullable Ground ground, Locale locale) {
        if (ground == null
                || ground.subject() != Subject.VERDICT
                || Remedy.decision(ground.value()) == Decision.PERMIT) {
            return List.of();
        }
        return Remedy.codes(ground.value()).stream()
                .skip(1)
                .map(rule -> say("matching.rule." + rule, locale))
                .toList();
    }

    private static String name(Ground ground, Locale locale) {
        return locale.getLanguage().equals("en") ? ground.nameEn() : ground.nameKo();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
