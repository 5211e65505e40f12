package dari.offers;

import dari.workspace.Words;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an offer says, line by line as a reader sees it: what two versions are compared by. */
@Component
class OfferLines {

    private final MessageSource messages;
    private final Words words;
    private final TermsSentence terms;

    OfferLines(MessageSource messages, Words words, TermsSentence terms) {
        this.messages = messages;
        this.words = words;
        this.terms = terms;
    }

    /** A line that differs; empty when that version does not say it. */
    record Change(String labelKey, String before, String after) {}

    /** The lines that differ, in the order of the page. */
    List<Change> between(OfferContent before, OfferContent after, Locale locale) {
        Map<String, String> old = of(before, locale);
        Map<String, String> fresh = of(after, locale);
        return fresh.entrySet().stream()
                .filter(line -> !line.getValue().equals(old.get(line.getKey())))
                .map(line -> new Change(line.getKey(), old.getOrDefault(line.getKey(), ""), line.getValue()))
                .toList();
    }

    private Map<String, String> of(OfferContent c, Locale locale) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("offers.form.kind", words.label(c.kind(), locale));
        lines.put("offers.form.titleKo", c.titleKo());
        lines.put("offers.form.titleEn", c.titleEn());
        lines.put("offers.form.summaryKo", c.summaryKo());
        lines.put("offers.form.summaryEn", c.summaryEn());
        lines.put("needs.form.modality", words.labels(c.modalities(), locale));
        lines.put("needs.form.disease", words.labels(c.diseases(), locale));
        lines.put("needs.form.bodyPart", words.labels(c.bodyParts(), locale));
        lines.put("offers.form.persons", number(c.persons(), locale));
        lines.put("offers.form.studies", number(c.studies(), locale));
        lines.put("offers.form.yearFrom", plain(c.yearFrom()));
        lines.put("offers.form.yearTo", plain(c.yearTo()));
        lines.put("offers.form.labels", words.labels(c.labels(), locale));
        lines.put("offers.form.formats", words.labels(c.formats(), locale));
        lines.put("offers.form.environments", words.labels(c.environments(), locale));
        lines.put("offering.environment", c.arrangements().environment(locale));
        lines.put("offers.form.source", plain(c.source()));
        lines.put("offers.terms", String.join(" ", terms.of(c.terms(), locale)));
        lines.put("offers.form.hours", number(c.clinicianHours(), locale));
        lines.put("offers.form.capacity", number(c.capacityPerQuarter(), locale));
        lines.put("offers.form.answerDays", number(c.answerDays(), locale));
        lines.put("offers.form.accessDays", number(c.accessDays(), locale));
        lines.put(
                "offers.form.freeFrom",
                c.freeFrom() == null
                        ? ""
                        : DateTimeFormatter.ofPattern(say("ui.date.full", locale), locale)
                                .format(c.freeFrom()));
        lines.put("offers.form.region", c.region() == null ? "" : words.label(c.region(), locale));
        lines.put("offers.form.price", say("offers.won", locale, c.priceWon()));
        lines.put("offering.costs", costs(c, locale));
        lines.put("offers.form.delivery", say("offers.delivery." + c.delivery(), locale));
        lines.put(
                "offers.form.downloads", say(c.downloadsAllowed() ? "offers.answer.yes" : "offers.answer.no", locale));
        lines.put("offers.form.wants", words.labels(c.wants(), locale));
        return lines;
    }

    private String costs(OfferContent content, Locale locale) {
        return content.arrangements().costs().stream()
                .map(item -> say(
                        item.taxed() ? "offering.cost.line.taxed" : "offering.cost.line.free",
                        locale,
                        item.name(locale),
                        item.priceWon(),
                        say("offering.unit." + item.unit(), locale)))
                .collect(Collectors.joining("; "));
    }

    private static String number(@Nullable Number number, Locale locale) {
        return number == null ? "" : NumberFormat.getIntegerInstance(locale).format(number);
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
