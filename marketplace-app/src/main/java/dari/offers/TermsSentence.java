package dari.offers;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.workspace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a few whole sentences what terms allow, forbid, ask for and leave open; pages call it {@code @termsSentence}. */
@Component("termsSentence")
public class TermsSentence {

    /** What a hospital is asked to decide; the rest is asked only where it applies. */
    private static final List<Term> QUESTIONS =
            List.of(Term.COMMERCIAL_USE, Term.AI_TRAIN, Term.AI_FINE_TUNE, Term.AI_GENERATE, Term.AI_WEIGHTS_LEAVE);

    private static final List<Term> ANSWERS = List.of(
            Term.COMMERCIAL_USE,
            Term.AI_TRAIN,
            Term.AI_FINE_TUNE,
            Term.AI_GENERATE,
            Term.AI_WEIGHTS_LEAVE,
            Term.METHODS_RESEARCH);

    private final MessageSource messages;
    private final Words words;

    TermsSentence(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    public List<String> of(UseTerms terms, Locale locale) {
        List<String> sentences = new ArrayList<>();
        sentences.add(primary(terms, locale));
        String basis = terms.text(Term.LEGAL_BASIS);
        if (basis != null) {
            sentences.add(say("offering.sentence.basis", locale, say("offers.basis." + basis, locale)));
        }
        list(sentences, "offering.sentence.allowed", locale, named(ANSWERS, terms::isTrue, locale));
        list(sentences, "offering.sentence.forbidden", locale, named(ANSWERS, terms::isFalse, locale));
        if (terms.isTrue(Term.NON_PROFIT_USE)) {
            sentences.add(say("offering.sentence.nonProfit", locale));
        }
        if (terms.isTrue(Term.GENETIC_STUDIES_ONLY)) {
            sentences.add(say("offering.sentence.genetic", locale));
        }
        String countries = terms.text(Term.GEOGRAPHICAL_RESTRICTIONS);
        if (countries != null) {
            sentences.add(say("offering.sentence.countries", locale, countries(countries, locale)));
        }
        String quiet = terms.text(Term.PUBLICATION_MORATORIUM);
        if (quiet != null) {
            sentences.add(say("offering.sentence.quiet", locale, quiet));
        }
        List<String> duties = PlainTerms.duties(terms).stream()
                .map(duty -> say("offering.duty." + duty, locale))
                .toList();
        list(sentences, "offering.sentence.duties", locale, duties);
        list(sentences, "offering.sentence.open", locale, named(QUESTIONS, term -> !terms.isSet(term), locale));
        return sentences;
    }

    private String primary(UseTerms terms, Locale locale) {
        List<String> diseases = terms.list(Term.DISEASE_RESTRICTIONS);
        if (terms.isTrue(Term.GENERAL_USE) || terms.isTrue(Term.HMB_RESEARCH)) {
            return say("offering.sentence." + PlainTerms.primary(terms), locale);
        }
        return diseases.isEmpty()
                ? say("offering.sentence.noDisease", locale)
                : say("offering.sentence.disease", locale, words.labels(diseases, locale));
    }

    private List<String> named(List<Term> terms, Predicate<Term> wanted, Locale locale) {
        return terms.stream()
                .filter(wanted)
                .map(term -> say("offers.term." + term.field(), locale))
                .toList();
    }

    private static String countries(String codes, Locale locale) {
        return List.of(codes.split("[ ,]+")).stream()
                .map(code -> new Locale("", code).getDisplayCountry(locale))
                .collect(Collectors.joining(", "));
    }

    private void list(List<String> sentences, String key, Locale locale, List<String> parts) {
        if (!parts.isEmpty()) {
            sentences.add(say(key, locale, String.join(", ", parts)));
        }
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
