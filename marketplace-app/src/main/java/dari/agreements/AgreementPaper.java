package dari.agreements;

import dari.projects.ProjectView;
import dari.workspace.PdfPaper;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An agreement as a PDF: its text in both languages, who signed when, and the hash that the signatures refer to. */
@Component
class AgreementPaper {

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final ZoneId seoul;

    AgreementPaper(ITemplateEngine templates, MessageSource messages, ZoneId seoul) {
        this.templates = templates;
        this.messages = messages;
        this.seoul = seoul;
    }

    /** @param at when, as the reader writes it; null before that party signed */
    public record Signed(
            String organization,
            @Nullable String name,
            @Nullable String at) {}

    byte[] of(AgreementView agreement, ProjectView project, Locale locale) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern(messages.getMessage("ui.date.time", null, locale), locale)
                .withZone(seoul);
        Context context = new Context(locale);
        context.setVariable("project", project);
        context.setVariable("agreement", agreement);
        context.setVariable("status", messages.getMessage("agreements.status." + agreement.status(), null, locale));
        context.setVariable("korean", agreement.paragraphs(Locale.KOREAN));
        context.setVariable("english", agreement.paragraphs(Locale.ENGLISH));
        context.setVariable(
                "signed",
                agreement.parties().stream()
                        .map(party -> new Signed(
                                switch (party.side()) {
                                    case STARTUP -> project.startup().name(locale);
                                    case HOSPITAL -> project.hospital().name(locale);
                                    case PROGRAM -> messages.getMessage("agreements.side.PROGRAM", null, locale);
                                },
                                party.signature(),
                                party.signedAt() == null ? null : time.format(party.signedAt())))
                        .toList());
        return PdfPaper.of(templates.process("agreements/paper", context));
    }
}
