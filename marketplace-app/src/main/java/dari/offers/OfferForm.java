package dari.offers;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.workspace.CalendarDate;
import dari.workspace.ConceptName;
import dari.workspace.Concepts;
import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An offer, as typed. Terms are asked in plain questions; yes, no, or empty for not decided. */
public record OfferForm(
        @NotBlank(message = "{offers.form.kind.missing}") String kind,

        @NotBlank(message = "{offers.form.title.missing}") @Size(max = 160, message = "{needs.text.long}")
        String titleKo,

        @Size(max = 160, message = "{needs.text.long}") @Nullable
        String titleEn,

        @NotBlank(message = "{offers.form.summary.missing}") @Size(max = 4000, message = "{needs.text.long}")
        String summaryKo,

        @Size(max = 4000, message = "{needs.text.long}") @Nullable
        String summaryEn,

        @NotBlank(message = "{needs.form.modality.missing}") @ConceptName("modality")
        String modality,

        @ConceptName("disease") @Nullable String disease,
        @ConceptName("bodypart") @Nullable String bodyPart,
        @Nullable List<String> labels,
        @Nullable List<String> formats,
        @Nullable List<String> environments,
        @Nullable String region,

        @WholeNumber(min = 0, max = 100_000_000, message = "{needs.form.persons.bad}") @Nullable
        String persons,

        @WholeNumber(min = 0, max = 1_000_000_000, message = "{needs.form.persons.bad}") @Nullable
        String studies,

        @WholeNumber(min = 1950, max = 2100, message = "{needs.form.year.bad}") @Nullable
        String yearFrom,

        @WholeNumber(min = 1950, max = 2100, message = "{needs.form.year.bad}") @Nullable
        String yearTo,

        @WholeNumber(min = 0, max = 200, message = "{needs.form.hours.bad}") @Nullable
        String clinicianHours,

        @WholeNumber(min = 1, max = 100, required = true, message = "{offers.form.capacity.bad}")
        String capacityPerQuarter,

        @WholeNumber(min = 1, max = 90, required = true, message = "{offers.form.answerDays.bad}")
        String answerDays,

        @NotNull(message = "{offers.form.primary.missing}")
        @Pattern(regexp = "general|health|disease", message = "{offers.form.primary.missing}")
        String primary,

        @Pattern(regexp = "|pipa-28-2|consent|anonymous", message = "{needs.choice.bad}") @Nullable
        String legalBasis,

        @Pattern(regexp = "|yes|no", message = "{needs.choice.bad}") @Nullable
        String commercialUse,

        @Nullable Boolean nonProfitOnly,

        @Pattern(regexp = "|yes|no", message = "{needs.choice.bad}") @Nullable
        String aiTrain,

        @Pattern(regexp = "|yes|no", message = "{needs.choice.bad}") @Nullable
        String aiFineTune,

        @Pattern(regexp = "|yes|no", message = "{needs.choice.bad}") @Nullable
        String aiGenerate,

        @Pattern(regexp = "|yes|no", message = "{needs.choice.bad}") @Nullable
        String aiWeightsLeave,

        @Pattern(regexp = "|yes|no", message = "{needs.choice.bad}") @Nullable
        String methods,

        @Nullable Boolean geneticOnly,

        @Pattern(regexp = "|[A-Za-z]{2}([ ,]+[A-Za-z]{2}){0,29}", message = "{offers.form.countries.bad}") @Nullable
        String countries,

        @CalendarDate(firstYear = 2020, message = "{needs.form.start.bad}") @Nullable
        String quietUntil,

        @Nullable List<String> duties,
        @Nullable List<String> wants,

        @WholeNumber(min = 0, max = 10_000_000_000L, required = true, message = "{offers.form.price.bad}")
        String priceWon,

        @WholeNumber(min = 1, max = 1825, required = true, message = "{offers.form.accessDays.bad}")
        String accessDays,

        @NotNull(message = "{offers.form.delivery.missing}")
        @Pattern(regexp = "IN_PLACE|HOSTED|FILE", message = "{offers.form.delivery.missing}")
        String delivery,

        @Nullable Boolean downloadsAllowed,

        @Size(max = 60, message = "{needs.text.long}")
        @Pattern(regexp = "[a-z0-9-]*", message = "{offers.form.source.bad}")
        @Nullable
        String source,

        @CalendarDate(firstYear = 2020, message = "{needs.form.start.bad}") @Nullable
        String freeFrom,

        @Size(max = 1000, message = "{needs.text.long}") @Nullable
        String environmentKo,

        @Size(max = 1000, message = "{needs.text.long}") @Nullable
        String environmentEn,

        @Nullable List<@Valid CostRow> costs) {

    /** Empty lines below those that are filled in. */
    private static final int SPARE_ROWS = 3;

    private static final int MOST_ROWS = 20;

    static final OfferForm EMPTY = new OfferForm(
            "kind:data",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of("environment:deidentified"),
            "",
            "",
            "",
            "",
            "",
            "",
            "2",
            "14",
            "health",
            "pipa-28-2",
            "",
            false,
            "",
            "",
            "",
            "",
            "",
            false,
            "",
            "",
            List.of(PlainTerms.ETHICS),
            List.of("return:fee"),
            "0",
            "180",
            "HOSTED",
            false,
            "",
            "",
            "",
            "",
            CostRow.spare(SPARE_ROWS));

    public boolean yearsAreInOrder() {
        Integer from = WholeNumbers.parseInt(yearFrom);
        Integer to = WholeNumbers.parseInt(yearTo);
        return from == null || to == null || from <= to;
    }

    public boolean diseaseIsNamed() {
        return !"disease".equals(primary) || (disease != null && !disease.isEmpty());
    }

    static OfferForm of(OfferContent content, Concepts concepts, Locale locale) {
        UseTerms terms = content.terms();
        return new OfferForm(
                content.kind(),
                content.titleKo(),
                content.titleEn(),
                content.summaryKo(),
                content.summaryEn(),
                concepts.name(first(content.modalities()), locale),
                concepts.name(first(content.diseases()), locale),
                concepts.name(first(content.bodyParts()), locale),
                content.labels(),
                content.formats(),
                content.environments(),
                content.region(),
                WholeNumbers.text(content.persons()),
                WholeNumbers.text(content.studies()),
                WholeNumbers.text(content.yearFrom()),
                WholeNumbers.text(content.yearTo()),
                WholeNumbers.text(content.clinicianHours()),
                WholeNumbers.text(content.capacityPerQuarter()),
                WholeNumbers.text(content.answerDays()),
                PlainTerms.primary(terms),
                PlainTerms.text(terms, Term.LEGAL_BASIS),
                PlainTerms.answer(terms, Term.COMMERCIAL_USE),
                terms.isTrue(Term.NON_PROFIT_USE),
                PlainTerms.answer(terms, Term.AI_TRAIN),
                PlainTerms.answer(terms, Term.AI_FINE_TUNE),
                PlainTerms.answer(terms, Term.AI_GENERATE),
                PlainTerms.answer(terms, Term.AI_WEIGHTS_LEAVE),
                PlainTerms.answer(terms, Term.METHODS_RESEARCH),
                terms.isTrue(Term.GENETIC_STUDIES_ONLY),
                PlainTerms.text(terms, Term.GEOGRAPHICAL_RESTRICTIONS),
                PlainTerms.text(terms, Term.PUBLICATION_MORATORIUM),
                PlainTerms.duties(terms),
                content.wants(),
                WholeNumbers.text(content.priceWon()),
                WholeNumbers.text(content.accessDays()),
                content.delivery().name(),
                content.downloadsAllowed(),
                content.source() == null ? "" : content.source(),
                content.freeFrom() == null ? "" : content.freeFrom().toString(),
                content.arrangements().environmentKo(),
                content.arrangements().environmentEn(),
                rows(content.arrangements().costs()));
    }

    private static List<CostRow> rows(List<CostItem> costs) {
        return Stream.concat(costs.stream().map(CostRow::of), CostRow.spare(SPARE_ROWS).stream())
                .limit(Math.max(costs.size(), MOST_ROWS))
                .toList();
    }

    public OfferContent toContent(Concepts concepts) {
        List<String> diseases = one(concepts.code("disease", disease));
        return new OfferContent(
                kind,
                titleKo.strip(),
                titleEn == null ? "" : titleEn.strip(),
                summaryKo.strip(),
                summaryEn == null ? "" : summaryEn.strip(),
                one(concepts.code("modality", modality)),
                diseases,
                one(concepts.code("bodypart", bodyPart)),
                list(labels),
                list(formats),
                list(environments),
                region == null || region.isEmpty() ? null : region,
                WholeNumbers.parse(persons),
                WholeNumbers.parse(studies),
                WholeNumbers.parseInt(yearFrom),
                WholeNumbers.parseInt(yearTo),
                WholeNumbers.parseInt(clinicianHours),
                Math.toIntExact(WholeNumbers.required(capacityPerQuarter)),
                Math.toIntExact(WholeNumbers.required(answerDays)),
                PlainTerms.of(this, diseases),
                list(wants),
                WholeNumbers.required(priceWon),
                Math.toIntExact(WholeNumbers.required(accessDays)),
                Delivery.valueOf(delivery),
                Boolean.TRUE.equals(downloadsAllowed),
                source == null || source.isBlank() ? null : source,
                freeFrom == null || freeFrom.isBlank() ? null : LocalDate.parse(freeFrom),
                new Arrangements(
                        environmentKo == null ? "" : environmentKo.strip(),
                        environmentEn == null ? "" : environmentEn.strip(),
                        list(costs).stream()
                                .filter(row -> !row.isEmpty())
                                .map(CostRow::toItem)
                                .toList()));
    }

    /** The terms as picked so far, also of a form that is not finished. */
    UseTerms terms(Concepts concepts) {
        return PlainTerms.of(this, one(concepts.code("disease", disease)));
    }

    private static String first(List<String> codes) {
        return codes.isEmpty() ? "" : codes.get(0);
    }

    private static List<String> one(String code) {
        return code.isEmpty() ? List.of() : List.of(code);
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
