package dari.offers;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.workspace.CalendarDate;
import dari.workspace.ConceptName;
import dari.workspace.Concepts;
import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
        String freeFrom) {

    private static final String ETHICS = "ethics";
    private static final String COLLABORATION = "collaboration";
    private static final String PUBLICATION = "publication";
    private static final String MODEL = "model";
    private static final String RETRAIN = "retrain";
    public static final List<String> DUTIES = List.of(ETHICS, COLLABORATION, PUBLICATION, MODEL, RETRAIN);

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
            List.of(ETHICS),
            List.of("return:fee"),
            "0",
            "180",
            "HOSTED",
            false,
            "",
            "");

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
        String primary =
                terms.isTrue(Term.GENERAL_USE) ? "general" : terms.isTrue(Term.HMB_RESEARCH) ? "health" : "disease";
        List<String> duties =
                DUTIES.stream().filter(duty -> terms.isTrue(dutyTerm(duty))).toList();
        String legal = terms.text(Term.LEGAL_BASIS);
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
                primary,
                legal == null ? "" : legal,
                answer(terms, Term.COMMERCIAL_USE),
                terms.isTrue(Term.NON_PROFIT_USE),
                answer(terms, Term.AI_TRAIN),
                answer(terms, Term.AI_FINE_TUNE),
                answer(terms, Term.AI_GENERATE),
                answer(terms, Term.AI_WEIGHTS_LEAVE),
                duties,
                content.wants(),
                WholeNumbers.text(content.priceWon()),
                WholeNumbers.text(content.accessDays()),
                content.delivery().name(),
                content.downloadsAllowed(),
                content.source() == null ? "" : content.source(),
                content.freeFrom() == null ? "" : content.freeFrom().toString());
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
                terms(diseases),
                list(wants),
                WholeNumbers.required(priceWon),
                Math.toIntExact(WholeNumbers.required(accessDays)),
                Delivery.valueOf(delivery),
                Boolean.TRUE.equals(downloadsAllowed),
                source == null || source.isBlank() ? null : source,
                freeFrom == null || freeFrom.isBlank() ? null : LocalDate.parse(freeFrom));
    }

    private UseTerms terms(List<String> diseases) {
        UseTerms terms = UseTerms.NONE;
        terms = switch (primary) {
            case "general" -> terms.with(Term.GENERAL_USE, true);
            case "disease" -> terms.with(Term.DISEASE_RESTRICTIONS, diseases);
            default -> terms.with(Term.HMB_RESEARCH, true);
        };
        terms = legalBasis == null || legalBasis.isEmpty() ? terms : terms.with(Term.LEGAL_BASIS, legalBasis);
        terms = Boolean.TRUE.equals(nonProfitOnly) ? terms.with(Term.NON_PROFIT_USE, true) : terms;
        terms = decided(terms, Term.COMMERCIAL_USE, commercialUse);
        terms = decided(terms, Term.AI_TRAIN, aiTrain);
        terms = decided(terms, Term.AI_FINE_TUNE, aiFineTune);
        terms = decided(terms, Term.AI_GENERATE, aiGenerate);
        terms = decided(terms, Term.AI_WEIGHTS_LEAVE, aiWeightsLeave);
        for (String duty : list(duties)) {
            terms = terms.with(dutyTerm(duty), true);
        }
        return terms;
    }

    public static Term dutyTerm(String duty) {
        return switch (duty) {
            case ETHICS -> Term.ETHICS_APPROVAL_REQUIRED;
            case COLLABORATION -> Term.COLLABORATOR_REQUIRED;
            case PUBLICATION -> Term.PUBLICATION_RESULTS;
            case MODEL -> Term.AI_MODEL_RETURNED;
            default -> Term.AI_RETRAIN_AFTER_WITHDRAWAL;
        };
    }

    private static UseTerms decided(UseTerms terms, Term term, @Nullable String answer) {
        return answer == null || answer.isEmpty() ? terms : terms.with(term, answer.equals("yes"));
    }

    private static String answer(UseTerms terms, Term term) {
        Boolean flag = terms.flag(term);
        return flag == null ? "" : flag ? "yes" : "no";
    }

    private static String first(List<String> codes) {
        return codes.isEmpty() ? "" : codes.get(0);
    }

    private static List<String> one(String code) {
        return code.isEmpty() ? List.of() : List.of(code);
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
