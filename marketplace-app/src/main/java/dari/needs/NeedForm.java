package dari.needs;

import dari.kernel.OrganizationId;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A need, as typed. */
public record NeedForm(
        @NotBlank(message = "{needs.form.title.missing}") @Size(max = 120, message = "{needs.text.long}")
        String title,

        @NotBlank(message = "{needs.form.text.missing}") @Size(max = 4000, message = "{needs.text.long}")
        String text,

        @NotBlank(message = "{needs.form.modality.missing}") @ConceptName("modality")
        String modality,

        @ConceptName("disease") @Nullable String disease,
        @ConceptName("bodypart") @Nullable String bodyPart,
        @ConceptName("label") @Nullable String label,
        @Nullable List<String> formats,
        @Nullable List<String> environments,
        @Nullable List<String> regions,

        @WholeNumber(min = 1, max = 100_000_000, message = "{needs.form.persons.bad}") @Nullable
        String persons,

        @WholeNumber(min = 1, max = 1_000_000_000, message = "{needs.form.studies.bad}") @Nullable
        String studies,

        @WholeNumber(min = 1950, max = 2100, message = "{needs.form.year.bad}") @Nullable
        String yearFrom,

        @WholeNumber(min = 1950, max = 2100, message = "{needs.form.year.bad}") @Nullable
        String yearTo,

        @WholeNumber(min = 0, max = 200, message = "{needs.form.hours.bad}") @Nullable
        String clinicianHours,

        @NotNull(message = "{needs.form.purpose.missing}")
        @Pattern(regexp = "health|disease|general|methods", message = "{needs.form.purpose.missing}")
        String purpose,

        @Nullable Boolean commercialUse,
        @Nullable List<String> ai,

        @WholeNumber(min = 1, max = 1825, required = true, message = "{needs.form.period.bad}")
        String periodDays,

        @CalendarDate(firstYear = 2020, message = "{needs.form.start.bad}") @Nullable
        String startBy,

        @NotNull(message = "{needs.form.audience.missing}")
        @Pattern(regexp = "VERIFIED|CHOSEN|ASKED", message = "{needs.form.audience.missing}")
        String audience,

        @Nullable
        List<@Pattern(regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message = "{needs.choice.bad}") String>
                hospitals) {

    static final NeedForm EMPTY = new NeedForm(
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            "",
            "",
            "",
            "health",
            false,
            List.of("train"),
            "180",
            "",
            NeedAudience.VERIFIED.name(),
            List.of());

    /** To be asked only when both years are numbers. */
    public boolean yearsAreInOrder() {
        Integer from = WholeNumbers.parseInt(yearFrom);
        Integer to = WholeNumbers.parseInt(yearTo);
        return from == null || to == null || from <= to;
    }

    public boolean namesNobody() {
        return NeedAudience.CHOSEN.name().equals(audience) && list(hospitals).isEmpty();
    }

    public NeedAudience toAudience() {
        return NeedAudience.valueOf(audience);
    }

    public Set<OrganizationId> toViewers() {
        return list(hospitals).stream()
                .map(id -> new OrganizationId(UUID.fromString(id)))
                .collect(Collectors.toSet());
    }

    static NeedForm of(NeedView need, Set<OrganizationId> viewers, Concepts concepts, Locale locale) {
        NeedContent content = need.content();
        List<String> ai = Stream.of(
                        content.aiTrain() ? "train" : null,
                        content.aiFineTune() ? "fineTune" : null,
                        content.aiGenerate() ? "generate" : null,
                        content.aiWeightsLeave() ? "weights" : null)
                .filter(Objects::nonNull)
                .toList();
        return new NeedForm(
                content.title(),
                content.text(),
                concepts.name(content.modality(), locale),
                concepts.name(content.disease(), locale),
                concepts.name(content.bodyPart(), locale),
                concepts.name(content.label(), locale),
                content.formats(),
                content.environments(),
                content.regions(),
                WholeNumbers.text(content.persons()),
                WholeNumbers.text(content.studies()),
                WholeNumbers.text(content.yearFrom()),
                WholeNumbers.text(content.yearTo()),
                WholeNumbers.text(content.clinicianHours()),
                content.purpose(),
                content.commercialUse(),
                ai,
                WholeNumbers.text(content.periodDays()),
                content.startBy() == null ? "" : content.startBy().toString(),
                need.audience().name(),
                viewers.stream().map(hospital -> hospital.value().toString()).toList());
    }

    public NeedContent toContent(Concepts concepts) {
        List<String> uses = list(ai);
        return new NeedContent(
                title.strip(),
                text.strip(),
                concepts.code("modality", modality),
                concepts.code("disease", disease),
                concepts.code("bodypart", bodyPart),
                concepts.code("label", label),
                list(formats),
                list(environments),
                list(regions),
                WholeNumbers.parse(persons),
                WholeNumbers.parse(studies),
                WholeNumbers.parseInt(yearFrom),
                WholeNumbers.parseInt(yearTo),
                WholeNumbers.parseInt(clinicianHours),
                purpose,
                Boolean.TRUE.equals(commercialUse),
                uses.contains("train"),
                uses.contains("fineTune"),
                uses.contains("generate"),
                uses.contains("weights"),
                Math.toIntExact(WholeNumbers.required(periodDays)),
                startBy == null || startBy.isBlank() ? null : LocalDate.parse(startBy));
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
