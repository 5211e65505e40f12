package dari.agreements;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.offers.OfferContent;
import dari.projects.ProjectView;
import dari.quotes.PaymentGate;
import dari.quotes.Quotes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Chooses the clauses of an agreement from the offer's terms and the project's facts. The wording lies in the bundle
 * {@code clauses}; a changed wording gets a new version, because a signed text never changes.
 */
@Component
class Clauses {

    static final String VERSION = "2026.11.2";

    private final MessageSource messages;
    private final Quotes quotes;

    Clauses(MessageSource messages, Quotes quotes) {
        this.messages = messages;
        this.quotes = quotes;
    }

    AgreementText write(ProjectView project, LocalDate validUntil) {
        return AgreementText.of(
                VERSION, write(project, validUntil, Locale.KOREAN), write(project, validUntil, Locale.ENGLISH));
    }

    private String write(ProjectView project, LocalDate validUntil, Locale locale) {
        List<String> lines = new ArrayList<>();
        for (String clause : chosen(project.terms(), quotes.gateOf(project))) {
            Object[] facts = {
                project.number(),
                project.startup().name(locale),
                project.hospital().name(locale),
                project.title(locale),
                project.summary(locale),
                validUntil.format(DateTimeFormatter.ISO_LOCAL_DATE),
                Integer.toString(project.terms().accessDays())
            };
            String text = messages.getMessage("clauses." + clause, facts, locale);
            lines.add(lines.size() + 1 + ". " + text);
        }
        return String.join("\n", lines);
    }

    /** Codes of the clauses, in the order of the text. */
    static List<String> chosen(OfferContent offer, PaymentGate gate) {
        UseTerms terms = offer.terms();
        List<String> clauses = new ArrayList<>(List.of("parties", "purpose"));
        clauses.add(
                terms.isTrue(Term.GENERAL_USE)
                        ? "scope.general"
                        : terms.isTrue(Term.HMB_RESEARCH) ? "scope.health" : "scope.disease");
        clauses.add("noReidentification");
        clauses.add("delivery." + offer.delivery());
        clauses.add(offer.downloadsAllowed() ? "downloads.allowed" : "downloads.forbidden");
        addIf(clauses, terms, Term.AI_TRAIN, "ai.train");
        addIf(clauses, terms, Term.AI_FINE_TUNE, "ai.fineTune");
        addIf(clauses, terms, Term.AI_GENERATE, "ai.generate");
        addIf(clauses, terms, Term.AI_WEIGHTS_LEAVE, "ai.weights");
        if (terms.isTrue(Term.ETHICS_APPROVAL_REQUIRED)) {
            clauses.add("duty.ethics");
        }
        if (terms.isTrue(Term.COLLABORATOR_REQUIRED)) {
            clauses.add("duty.collaboration");
        }
        if (terms.isTrue(Term.PUBLICATION_RESULTS)) {
            clauses.add("duty.publication");
        }
        if (terms.isTrue(Term.AI_MODEL_RETURNED)) {
            clauses.add("duty.model");
        }
        if (terms.isTrue(Term.AI_RETRAIN_AFTER_WITHDRAWAL)) {
            clauses.add("duty.retrain");
        }
        clauses.add("payment." + gate);
        clauses.addAll(List.of("register", "stop", "destruction", "term"));
        return clauses;
    }

    /** A decided AI use is written down either way; an undecided one is not permitted. */
    private static void addIf(List<String> clauses, UseTerms terms, Term term, String clause) {
        clauses.add(clause + (terms.isTrue(term) ? ".yes" : ".no"));
    }
}
