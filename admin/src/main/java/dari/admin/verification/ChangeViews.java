package dari.admin.verification;

import dari.admin.ProgramSurroundings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests for changes as people read them. */
@Component
class ChangeViews {

    private final OrganizationRecords records;
    private final ProgramSurroundings surroundings;
    private final ZoneId zone;

    ChangeViews(OrganizationRecords records, ProgramSurroundings surroundings, ZoneId zone) {
        this.records = records;
        this.surroundings = surroundings;
        this.zone = zone;
    }

    List<ChangeView> of(List<OrganizationChange> several) {
        Map<UUID, List<UUID>> others = several.stream()
                .filter(change -> change.status() == ChangeStatus.OPEN)
                .filter(change -> change.after().hasOtherNumber(change.before()))
                .collect(Collectors.toMap(
                        OrganizationChange::id,
                        change -> records.othersWith(change.after().number(), change.organization())));
        Map<UUID, String> names = surroundings.organizationNames(Stream.concat(
                        several.stream().map(OrganizationChange::organization),
                        others.values().stream().flatMap(Collection::stream))
                .distinct()
                .toList());
        return several.stream()
                .map(change -> view(change, names, others.getOrDefault(change.id(), List.of())))
                .toList();
    }

    private ChangeView view(OrganizationChange change, Map<UUID, String> names, List<UUID> others) {
        return new ChangeView(
                change.id(),
                change.organization(),
                names.getOrDefault(change.organization(), ""),
                change.status().name(),
                lines(change.before(), change.after()),
                change.address(),
                change.why(),
                LocalDate.ofInstant(change.askedAt(), zone),
                others.stream().map(other -> names.getOrDefault(other, "")).toList(),
                change.reason());
    }

    private static List<ChangeView.Line> lines(OrganizationRecord before, OrganizationRecord after) {
        List<ChangeView.Line> lines = new ArrayList<>();
        add(lines, "name", before.name(), after.name());
        add(lines, "englishName", before.englishName(), after.englishName());
        add(lines, "number", before.number(), after.number());
        add(lines, "region", before.region(), after.region());
        return List.copyOf(lines);
    }

    private static void add(List<ChangeView.Line> lines, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            lines.add(new ChangeView.Line(what, before, after));
        }
    }
}
