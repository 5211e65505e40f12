package dari.admin.cohorts;

import dari.admin.ProgramNotFoundException;
import dari.admin.cohorts.CohortNames.Name;
import dari.admin.cohorts.CohortPlan.Department;
import dari.admin.cohorts.CohortPlan.Hospital;
import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.Certificate;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Optimal;
import dari.matching.assignment.SoftBounds;
import dari.matching.json.MatchingJson;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Opens cohorts: what their tables keep as text becomes plans, wishes, instances and certificates here. */
@Component
class CohortBook {

    private static final TypeReference<List<List<String>>> WISHES = new TypeReference<>() {};

    private final CohortRepository cohorts;
    private final PreferenceListRepository lists;
    private final CohortParties parties;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    CohortBook(
            CohortRepository cohorts,
            PreferenceListRepository lists,
            CohortParties parties,
            JsonMapper json,
            Clock clock,
            ZoneId zone) {
        this.cohorts = cohorts;
        this.lists = lists;
        this.parties = parties;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    Cohort find(UUID id) {
        return cohorts.findById(id).orElseThrow(() -> new ProgramNotFoundException("cohort"));
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    CohortPlan plan(Cohort cohort) {
        return json.readValue(cohort.plan(), CohortPlan.class);
    }

    String text(Object kept) {
        return json.writeValueAsString(kept);
    }

    List<List<String>> wishes(String kept) {
        return json.readValue(kept, WISHES);
    }

    /** With what was sent, not with drafts. */
    Instance instance(Cohort cohort) {
        Map<UUID, List<List<String>>> wishes = new HashMap<>();
        lists.findByCohortOrderById(cohort.id()).forEach(list -> {
            String sent = list.submitted();
            if (sent != null) {
                wishes.put(list.id(), wishes(sent));
            }
        });
        return CohortInstance.of(plan(cohort), wishes);
    }

    /** The same every time: instance and seed are frozen. */
    BoundedAssignment assignment(Cohort cohort, Optimal optimal) {
        return assignment(cohort, instance(cohort), optimal);
    }

    BoundedAssignment assignment(Cohort cohort, Instance instance, Optimal optimal) {
        return SoftBounds.assign(
                instance, optimal, Objects.requireNonNull(cohort.commitment()).seed());
    }

    /** The run's proof with every correction; only after a run. */
    Certificate certificate(Cohort cohort) {
        return MatchingJson.mapper().readValue(Objects.requireNonNull(cohort.certificate()), Certificate.class);
    }

    CohortNames names(CohortPlan plan) {
        Map<UUID, Party> known = parties.of(Stream.concat(
                        plan.startups().stream().map(CohortPlan.Startup::organization),
                        plan.hospitals().stream().map(Hospital::organization))
                .toList());
        Map<String, Name> names = new HashMap<>();
        plan.startups().forEach(s -> names.put(s.id().toString(), name(known.get(s.organization()))));
        plan.hospitals().forEach(h -> names.put(h.id().toString(), name(known.get(h.organization()))));
        for (Department d : plan.departments()) {
            Name hospital = Objects.requireNonNull(names.get(d.hospital().toString()));
            names.put(
                    d.id().toString(),
                    d.nameKo().isEmpty()
                            ? hospital
                            : new Name(hospital.ko() + " " + d.nameKo(), hospital.en() + ", " + d.nameEn()));
        }
        return new CohortNames(names);
    }

    private static Name name(@Nullable Party party) {
        return party == null ? new Name("–", "–") : new Name(party.nameKo(), party.nameEn());
    }
}
