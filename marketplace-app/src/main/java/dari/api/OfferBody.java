package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.offers.CostItem;
import dari.offers.CostRow;
import dari.offers.OfferContent;
import dari.offers.OfferForm;
import dari.offers.PlainTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital offers, with its terms in plain answers: true, false, or left out for not decided. Concepts are codes of
 * the vocabulary; a name or an ICD-10 code is taken, too.
 *
 * @param kind code of what is offered, e.g. {@code kind:data}
 * @param clinicianHours hours of a clinician's time a month
 * @param answerDays days within which the hospital means to answer an interest
 * @param primary what it may be used for: general, health or disease
 * @param legalBasis pipa-28-2, consent or anonymous
 * @param methods whether methods may be developed with it
 * @param countries from where it may be used, as ISO codes; empty for anywhere
 * @param quietUntil nothing is published before this day
 * @param duties of ethics, collaboration, publication, model, retrain
 * @param wants codes of what the hospital wants in return
 * @param priceWon price of access without VAT, in won
 * @param delivery IN_PLACE, HOSTED or FILE
 * @param source name of the source at the hospital's agent; only its hospital sees it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferBody(
        String kind,
        String titleKo,
        @Nullable String titleEn,
        String summaryKo,
        @Nullable String summaryEn,
        @Nullable String modality,
        @Nullable String disease,
        @Nullable String bodyPart,
        @Nullable List<String> labels,
        @Nullable List<String> formats,
        @Nullable List<String> environments,
        @Nullable String region,
        @Nullable Long persons,
        @Nullable Long studies,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Nullable Integer clinicianHours,
        Integer capacityPerQuarter,
        Integer answerDays,
        String primary,
        @Nullable String legalBasis,
        @Nullable Boolean commercialUse,
        @Nullable Boolean nonProfitOnly,
        @Nullable Boolean aiTrain,
        @Nullable Boolean aiFineTune,
        @Nullable Boolean aiGenerate,
        @Nullable Boolean aiWeightsLeave,
        @Nullable Boolean methods,
        @Nullable Boolean geneticOnly,
        @Nullable String countries,
        @Nullable String quietUntil,
        @Nullable List<String> duties,
        @Nullable List<String> wants,
        Long priceWon,
        Integer accessDays,
        String delivery,
        @Nullable Boolean downloadsAllowed,
        @Nullable String source,
        @Nullable LocalDate freeFrom,
        @Nullable String environmentKo,
        @Nullable String environmentEn,
        @Nullable List<Cost> costs) {

    /**
     * @param unit what the price is for: PROJECT, PERSON, STUDY, MONTH, HOUR or GIGABYTE
     * @param taxed whether VAT is added
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cost(
            String nameKo,
            @Nullable String nameEn,
            Long priceWon,
            String unit,
            @Nullable Boolean taxed) {

        private static Cost of(CostItem item) {
            return new Cost(
                    item.nameKo(), item.nameEn(), item.priceWon(), item.unit().name(), item.taxed());
        }

        private CostRow toRow() {
            return new CostRow(nameKo, nameEn, FormRules.text(priceWon), unit, taxed);
        }
    }

    /** As everybody may read it. */
    static OfferBody open(OfferContent content) {
        return of(content, null);
    }

    /** As its own hospital reads it. */
    static OfferBody own(OfferContent content) {
        return of(content, content.source());
    }

    private static OfferBody of(OfferContent content, @Nullable String source) {
        UseTerms terms = content.terms();
        return new OfferBody(
                content.kind(),
                content.titleKo(),
                content.titleEn(),
                content.summaryKo(),
                content.summaryEn(),
                first(content.modalities()),
                first(content.diseases()),
                first(content.bodyParts()),
                content.labels(),
                content.formats(),
                content.environments(),
                content.region(),
                content.persons(),
                content.studies(),
                content.yearFrom(),
                content.yearTo(),
                content.clinicianHours(),
                content.capacityPerQuarter(),
                content.answerDays(),
                PlainTerms.primary(terms),
                terms.text(Term.LEGAL_BASIS),
                terms.flag(Term.COMMERCIAL_USE),
                terms.isTrue(Term.NON_PROFIT_USE),
                terms.flag(Term.AI_TRAIN),
                terms.flag(Term.AI_FINE_TUNE),
                terms.flag(Term.AI_GENERATE),
                terms.flag(Term.AI_WEIGHTS_LEAVE),
                terms.flag(Term.METHODS_RESEARCH),
                terms.isTrue(Term.GENETIC_STUDIES_ONLY),
                terms.text(Term.GEOGRAPHICAL_RESTRICTIONS),
                terms.text(Term.PUBLICATION_MORATORIUM),
                PlainTerms.duties(terms),
                content.wants(),
                content.priceWon(),
                content.accessDays(),
                content.delivery().name(),
                content.downloadsAllowed(),
                source,
                content.freeFrom(),
                content.arrangements().environmentKo(),
                content.arrangements().environmentEn(),
                content.arrangements().costs().stream().map(Cost::of).toList());
    }

    OfferForm toForm() {
        return new OfferForm(
                kind,
                titleKo,
                titleEn,
                summaryKo,
                summaryEn,
                modality == null ? "" : modality,
                disease,
                bodyPart,
                labels,
                formats,
                environments,
                region,
                FormRules.text(persons),
                FormRules.text(studies),
                FormRules.text(yearFrom),
                FormRules.text(yearTo),
                FormRules.text(clinicianHours),
                FormRules.text(capacityPerQuarter),
                FormRules.text(answerDays),
                primary,
                legalBasis,
                decided(commercialUse),
                nonProfitOnly,
                decided(aiTrain),
                decided(aiFineTune),
                decided(aiGenerate),
                decided(aiWeightsLeave),
                decided(methods),
                geneticOnly,
                countries,
                quietUntil,
                duties,
                wants,
                FormRules.text(priceWon),
                FormRules.text(accessDays),
                delivery,
                downloadsAllowed,
                source,
                FormRules.text(freeFrom),
                environmentKo,
                environmentEn,
                costs == null ? List.of() : costs.stream().map(Cost::toRow).toList());
    }

    private static String decided(@Nullable Boolean answer) {
        return answer == null ? "" : answer ? "yes" : "no";
    }

    private static @Nullable String first(List<String> codes) {
        return codes.isEmpty() ? null : codes.get(0);
    }
}
