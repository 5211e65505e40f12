package dari.introductions;

import dari.accounts.Accounts;
import dari.answers.AnswerPlace;
import dari.answers.AnswerTemplateId;
import dari.answers.AnswerTemplates;
import dari.answers.FilledAnswer;
import dari.kernel.CurrentActor;
import dari.kernel.UserId;
import dari.workspace.Option;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Offers a hospital's template answers, each in both languages, and fills the one that is chosen. */
@Component
class AnswerChoice {

    static final List<String> LANGUAGES = List.of("ko", "en");

    private static final Pattern CHOSEN = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(ko|en)");

    private final AnswerTemplates templates;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    AnswerChoice(AnswerTemplates templates, Accounts accounts, CurrentActor currentActor, MessageSource messages) {
        this.templates = templates;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    List<Option> options(Locale locale) {
        return templates.mine().stream()
                .flatMap(template -> LANGUAGES.stream()
                        .map(language -> new Option(
                                template.id().value() + ":" + language,
                                messages.getMessage(
                                        "introductions.template.option." + language,
                                        new Object[] {
                                            messages.getMessage(
                                                    "answers.kind."
                                                            + template.content().kind(),
                                                    null,
                                                    locale),
                                            template.content().name()
                                        },
                                        locale))))
                .toList();
    }

    /** Empty when nothing was chosen. */
    Optional<FilledAnswer> chosen(String option, IntroductionView introduction) {
        Matcher chosen = CHOSEN.matcher(option);
        if (!chosen.matches()) {
            return Optional.empty();
        }
        Locale language = Locale.forLanguageTag(chosen.group(2));
        AnswerTemplateId id = new AnswerTemplateId(UUID.fromString(chosen.group(1)));
        return Optional.of(templates.fill(id, language, values(introduction, language)));
    }

    static String languageOf(String option) {
        Matcher chosen = CHOSEN.matcher(option);
        return chosen.matches() ? chosen.group(2) : "";
    }

    private Map<AnswerPlace, String> values(IntroductionView introduction, Locale language) {
        UserId author = currentActor.get().user();
        return Map.of(
                AnswerPlace.STARTUP,
                introduction.startup().name(language),
                AnswerPlace.HOSPITAL,
                introduction.hospital().name(language),
                AnswerPlace.OFFER,
                introduction.offerContent().title(language),
                AnswerPlace.NEED,
                introduction.needContent().title(),
                AnswerPlace.AUTHOR,
                accounts.names(List.of(author)).getOrDefault(author, ""));
    }
}
