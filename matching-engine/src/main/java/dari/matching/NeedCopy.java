package dari.matching;

import dari.matching.permission.UseTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A need with one thing changed. */
final class NeedCopy {

    private final Need need;
    private UseTerms purpose;
    private List<String> labels;
    private List<String> formats;
    private List<String> environments;
    private List<String> regions;
    private @Nullable Long persons;
    private @Nullable Integer yearFrom;
    private @Nullable Integer yearTo;
    private @Nullable Integer hours;

    NeedCopy(Need need) {
        this.need = need;
        this.purpose = need.purpose();
        this.labels = need.labels();
        this.formats = need.formats();
        this.environments = need.environments();
        this.regions = need.regions();
        this.persons = need.persons();
        this.yearFrom = need.yearFrom();
        this.yearTo = need.yearTo();
        this.hours = need.clinicianHours();
    }

    NeedCopy purpose(UseTerms other) {
        purpose = other;
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

    NeedCopy environments(List<String> other) {
        environments = other;
        return this;
    }

    NeedCopy anyRegion() {
        regions = List.of();
        return this;
    }

    NeedCopy persons(long other) {
        persons = other;
        return this;
    }

    NeedCopy years(@Nullable Integer from, @Nullable Integer to) {
        yearFrom = from;
        yearTo = to;
        return this;
    }

    NeedCopy hours(int other) {
        hours = other;
        return this;
    }

    Need build() {
        return new Need(
                need.id(),
                need.text(),
                need.kinds(),
                need.modalities(),
                need.diseases(),
                need.bodyParts(),
                labels,
                formats,
                environments,
                regions,
                persons,
                yearFrom,
                yearTo,
                hours,
                purpose,
                need.gives());
    }
}
