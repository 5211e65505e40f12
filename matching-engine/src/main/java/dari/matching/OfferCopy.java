package dari.matching;

import dari.matching.permission.UseTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An offer with some things changed. */
final class OfferCopy {

    private final Offer offer;
    private String id;
    private List<String> diseases;
    private List<String> labels;
    private List<String> formats;
    private List<String> environments;
    private @Nullable Long persons;
    private @Nullable Long studies;
    private @Nullable Integer yearFrom;
    private @Nullable Integer yearTo;
    private @Nullable Integer hours;
    private @Nullable Integer accessDays;
    private @Nullable Integer capacity;
    private @Nullable LocalDate freeFrom;
    private @Nullable UseTerms terms;
    private List<String> wants;
    private @Nullable String hospital;

    OfferCopy(Offer offer) {
        this.offer = offer;
        this.id = offer.id();
        this.diseases = offer.diseases();
        this.labels = offer.labels();
        this.formats = offer.formats();
        this.environments = offer.environments();
        this.persons = offer.persons();
        this.studies = offer.studies();
        this.yearFrom = offer.yearFrom();
        this.yearTo = offer.yearTo();
        this.hours = offer.clinicianHours();
        this.accessDays = offer.accessDays();
        this.capacity = offer.capacity();
        this.freeFrom = offer.freeFrom();
        this.terms = offer.terms();
        this.wants = offer.wants();
        this.hospital = offer.hospital();
    }

    OfferCopy id(String other) {
        id = other;
        return this;
    }

    OfferCopy terms(UnaryOperator<UseTerms> change) {
        terms = change.apply(terms == null ? UseTerms.NONE : terms);
        return this;
    }

    OfferCopy diseases(List<String> other) {
        diseases = other;
        return this;
    }

    OfferCopy addLabel(String more) {
        labels = NeedCopy.with(labels, more);
        return this;
    }

    OfferCopy formats(List<String> other) {
        formats = other;
        return this;
    }

    OfferCopy addFormat(String more) {
        formats = NeedCopy.with(formats, more);
        return this;
    }

    OfferCopy addEnvironment(String more) {
        environments = NeedCopy.with(environments, more);
        return this;
    }

    OfferCopy persons(@Nullable Long other) {
        persons = other;
        return this;
    }

    OfferCopy studies(@Nullable Long other) {
        studies = other;
        return this;
    }

    OfferCopy years(@Nullable Integer from, @Nullable Integer to) {
        yearFrom = from;
        yearTo = to;
        return this;
    }

    OfferCopy hours(@Nullable Integer other) {
        hours = other;
        return this;
    }

    OfferCopy accessDays(@Nullable Integer other) {
        accessDays = other;
        return this;
    }

    OfferCopy capacity(@Nullable Integer other) {
        capacity = other;
        return this;
    }

    OfferCopy freeFrom(@Nullable LocalDate other) {
        freeFrom = other;
        return this;
    }

    OfferCopy wants(List<String> other) {
        wants = other;
        return this;
    }

    OfferCopy hospital(@Nullable String other) {
        hospital = other;
        return this;
    }

    Offer build() {
        return new Offer(
                id,
                offer.kind(),
                offer.title(),
                offer.text(),
                offer.modalities(),
                diseases,
                offer.bodyParts(),
                labels,
                formats,
                environments,
                offer.region(),
                persons,
                studies,
                yearFrom,
                yearTo,
                hours,
                accessDays,
                capacity,
                freeFrom,
                terms,
                wants,
                hospital);
    }
}
