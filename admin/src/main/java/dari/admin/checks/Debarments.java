package dari.admin.checks;

import dari.admin.ForAdministrators;
import dari.admin.ForEverybody;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of organisations that are shut out from public programs: imported, and corrected by hand. */
@Service
@Transactional
public class Debarments {

    static final int MOST_NAME = 120;
    static final int MOST_REASON = 500;

    static final List<String> COLUMNS = List.of("registration_number", "name", "starts_on", "ends_on", "reason");

    private final DebarmentRepository list;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    Debarments(DebarmentRepository list, ProgramSurroundings surroundings, Clock clock, ZoneId zone) {
        this.list = list;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    /** What tells lines apart. */
    private record Key(String registrationNumber, LocalDate startsOn) {

        static Key of(DebarmentEntry entry) {
            return new Key(entry.registrationNumber(), entry.startsOn());
        }
    }

    public record Line(UUID id, DebarmentEntry entry, boolean now) {}

    /** Those that end last first. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<Line> list(int page, int size) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return list.findByOrderByEndsOnDescIdDesc(PageRequest.of(page, size))
                .map(kept -> new Line(kept.id(), kept.entry(), kept.entry().holdsOn(today)));
    }

    /**
     * An exclusion as everybody may read it.
     *
     * @param endsOn the last day, included
     */
    public record Published(UUID id, String name, LocalDate startsOn, LocalDate endsOn, boolean now) {}

    /** Those that hold, and those that ended within the last year; what is longer past is nobody's business any more. */
    @ForEverybody
    @Transactional(readOnly = true)
    public List<Published> published() {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return list.findByEndsOnAfterOrderByEndsOnDescIdDesc(today.minusYears(1)).stream()
                .filter(kept -> !kept.entry().startsOn().isAfter(today))
                .map(kept -> new Published(
                        kept.id(),
                        kept.entry().name(),
                        kept.entry().startsOn(),
                        kept.entry().endsOn(),
                        kept.entry().holdsOn(today)))
                .toList();
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public DebarmentEntry show(UUID id) {
        return find(id).entry();
    }

    @ForAdministrators
    public UUID add(DebarmentEntry entry) {
        refuseTwice(entry, null);
        UUID id = surroundings.newId();
        list.save(new Debarment(id, entry, actor(), clock.instant()));
        surroundings.record("debarment.added", "debarment", id, Map.of(), entry.reason());
        return id;
    }

    @ForAdministrators
    public void change(UUID id, DebarmentEntry entry) {
        Debarment kept = find(id);
        refuseTwice(entry, id);
        kept.change(entry, actor(), clock.instant());
        surroundings.record("debarment.changed", "debarment", id, Map.of(), entry.reason());
    }

    /** @param why for the history: the list no longer holds it */
    @ForAdministrators
    public void remove(UUID id, String why) {
        list.delete(find(id));
        surroundings.record("debarment.removed", "debarment", id, Map.of(), why);
    }

    /** Takes every line of a file or none; a line with the number and first day of a kept one takes its place. */
    @ForAdministrators
    public ImportResult take(byte[] file) {
        ListFile.Read<DebarmentEntry> read = ListFile.read(file, COLUMNS, Debarments::entry);
        if (read.rows().isEmpty()) {
            return new ImportResult(0, read.problems());
        }
        UUID actor = actor();
        Map<Key, Debarment> known = new HashMap<>();
        list.findByRegistrationNumberInOrderByStartsOn(read.rows().stream()
                        .map(DebarmentEntry::registrationNumber)
                        .collect(Collectors.toSet()))
                .forEach(kept -> known.put(Key.of(kept.entry()), kept));
        for (DebarmentEntry entry : read.rows()) {
            Debarment kept = known.get(Key.of(entry));
            if (kept == null) {
                known.put(Key.of(entry), list.save(new Debarment(surroundings.newId(), entry, actor, clock.instant())));
            } else {
                kept.change(entry, actor, clock.instant());
            }
        }
        surroundings.record(
                "debarment.imported",
                "debarment",
                surroundings.newId(),
                Map.of("lines", Integer.toString(read.rows().size())),
                null);
        return new ImportResult(read.rows().size(), List.of());
    }

    private static Optional<DebarmentEntry> entry(ListFile.Row row) {
        Optional<String> number = row.value("registration_number", Numbers::registration, "number");
        String name = row.text("name", MOST_NAME, true);
        Optional<LocalDate> from = row.value("starts_on", Numbers::day, "day");
        Optional<LocalDate> until = row.value("ends_on", Numbers::day, "day");
        String reason = row.text("reason", MOST_REASON, true);
        if (number.isEmpty() || from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get().isBefore(from.get())) {
            row.wrong("order", "ends_on");
            return Optional.empty();
        }
        return Optional.of(new DebarmentEntry(number.get(), name, from.get(), until.get(), reason));
    }

    private void refuseTwice(DebarmentEntry entry, @Nullable UUID except) {
        list.findByRegistrationNumberAndStartsOn(entry.registrationNumber(), entry.startsOn())
                .filter(kept -> !kept.id().equals(except))
                .ifPresent(kept -> {
                    throw new ProgramRuleBrokenException("checks.debarment.twice");
                });
    }

    private Debarment find(UUID id) {
        return list.findById(id).orElseThrow(() -> new ProgramNotFoundException("debarment"));
    }

    private UUID actor() {
        return surroundings.actor().user();
    }
}
