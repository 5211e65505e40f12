package dari.matching;

import dari.matching.permission.UseTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A need with some things changed. */
final class NeedCopy {

    private final Need need;
    private UseTerms purpose;
    private List<String> kinds;
    private List<String> diseases;
    private List<String> labels;
    private List<String> formats;
    private List<String> environments;
    private List<String> regions;
    private @Nullable Long persons;
    private @Nullable Long studies;
    private @Nullable Integer yearFrom;
    private @Nullable Integer yearTo;
    private @Nullable Integer hours;
    private @Nullable Integer periodDays;
    private @Nullable LocalDate startBy;

    NeedCopy(Need need) {
        this.need = need;
        this.purpose = need.purpose();
        this.kinds = need.kinds();
        this.diseases = need.diseases();
        this.labels = need.labels();
        this.formats = need.formats();
        this.environments = need.environments();
        this.regions = need.regions();
        this.persons = need.persons();
        this.studies = need.studies();
        this.yearFrom = need.yearFrom();
        this.yearTo = need.yearTo();
        this.hours = need.clinicianHours();
        this.periodDays = need.periodDays();
        this.startBy = need.startBy();
    }

    NeedCopy purpose(UnaryOperator<UseTerms> change) {
        purpose = change.apply(purpose);
        return this;
    }

    NeedCopy kinds(List<String> other) {
        kinds = other;
        return this;
    }

    NeedCopy acceptKind(String more) {
        kinds = with(kinds, more);
        return this;
    }

    NeedCopy diseases(List<String> other) {
        diseases = other;
        return this;
    }

    NeedCopy noLabels() {
        labels = List.of();
        return this;
    }

    NeedCopy formats(List<String> other) {
        formats = other;
        return this;
    }

    NeedCopy acceptFormat(String more) {
        formats = with(formats, more);
        return this;
    }

    NeedCopy environments(List<String> other) {
        environments = other;
        return this;
    }

    NeedCopy acceptEnvironment(String more) {
        environments = with(environments, more);
        return this;
    }

    NeedCopy acceptRegion(String more) {
        regions = with(regions, more);
        return this;
    }

    NeedCopy persons(@Nullable Long other) {
        persons = other;
        return this;
    }

    NeedCopy studies(@Nullable Long other) {
        studies = other;
        return this;
    }

    NeedCopy years(@Nullable Integer from, @Nullable Integer to) {
        yearFrom = from;
        yearTo = to;
        return this;
    }

    NeedCopy hours(@Nullable Integer other) {
        hours = other;
        return this;
    }

    NeedCopy periodDays(@Nullable Integer other) {
        periodDays = other;
        return this;
    }

    NeedCopy startBy(@Nullable LocalDate other) {
        startBy = other;
        return this;
    }

    Need build() {
        return new Need(
                need.id(),
                need.text(),
                kinds,
                need.modalities(),
                diseases,
                need.bodyParts(),
                labels,
                formats,
                environments,
                regions,
                persons,
                studies,
                yearFrom,
                yearTo,
                hours,
                periodDays,
                startBy,
                purpose,
                need.gives());
    }

    static List<String> with(List<String> some, String more) {
        List<String> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
