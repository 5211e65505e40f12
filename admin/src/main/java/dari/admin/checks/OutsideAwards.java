package dari.admin.checks;

import dari.admin.ForAdministrators;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other programs pay for, as their offices send it. */
@Service
@Transactional
public class OutsideAwards {

    private static final int MOST_NAME = 120;
    private static final int MOST_PROGRAM = 200;
    private static final int MOST_TITLE = 300;

    static final List<String> COLUMNS =
            List.of("registration_number", "name", "program", "title", "hospital", "starts_on", "ends_on", "won");

    private final OutsideAwardRepository awards;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    OutsideAwards(OutsideAwardRepository awards, ProgramSurroundings surroundings, Clock clock) {
        this.awards = awards;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** What tells awards apart. */
    private record Key(String registrationNumber, String program, String title, LocalDate startsOn) {

        static Key of(OutsideEntry entry) {
            return new Key(entry.registrationNumber(), entry.program(), entry.title(), entry.startsOn());
        }
    }

    public record Line(UUID id, OutsideEntry entry) {}

    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<Line> list(int page, int size) {
        return awards.findByOrderByEndsOnDescIdDesc(PageRequest.of(page, size))
                .map(kept -> new Line(kept.id(), kept.entry()));
    }

    @ForAdministrators
    public void remove(UUID id) {
        awards.delete(awards.findById(id).orElseThrow(() -> new ProgramNotFoundException("award")));
        surroundings.record("outsideAward.removed", "outsideAward", id, Map.of(), null);
    }

    /** Takes every line of a file or none; the same award sent again takes its own place. */
    @ForAdministrators
    public ImportResult take(byte[] file) {
        ListFile.Read<OutsideEntry> read = ListFile.read(file, COLUMNS, OutsideAwards::entry);
        if (read.rows().isEmpty()) {
            return new ImportResult(0, read.problems());
        }
        UUID actor = surroundings.actor().user();
        Map<Key, OutsideAward> known = new HashMap<>();
        awards.findByRegistrationNumberInOrderByIdDesc(read.rows().stream()
                        .map(OutsideEntry::registrationNumber)
                        .collect(Collectors.toSet()))
                .forEach(kept -> known.put(Key.of(kept.entry()), kept));
        for (OutsideEntry entry : read.rows()) {
            OutsideAward kept = known.get(Key.of(entry));
            if (kept == null) {
                known.put(
                        Key.of(entry),
                        awards.save(new OutsideAward(surroundings.newId(), entry, actor, clock.instant())));
            } else {
                kept.change(entry, actor, clock.instant());
            }
        }
        surroundings.record(
                "outsideAward.imported",
                "outsideAward",
                surroundings.newId(),
                Map.of("lines", Integer.toString(read.rows().size())),
                null);
        return new ImportResult(read.rows().size(), List.of());
    }

    private static Optional<OutsideEntry> entry(ListFile.Row row) {
        Optional<String> number = row.value("registration_number", Numbers::registration, "number");
        String name = row.text("name", MOST_NAME, true);
        String program = row.text("program", MOST_PROGRAM, true);
        String title = row.text("title", MOST_TITLE, true);
        String hospital = row.text("hospital", MOST_NAME, false);
        Optional<LocalDate> from = row.value("starts_on", Numbers::day, "day");
        Optional<LocalDate> until = row.value("ends_on", Numbers::day, "day");
        String won = row.text("won", 20, false).replace(",", "");
        boolean amount = won.isEmpty() || won.matches("[0-9]{1,15}");
        if (!amount) {
            row.wrong("won", "won");
        }
        if (number.isEmpty() || from.isEmpty() || until.isEmpty() || !amount) {
            return Optional.empty();
        }
        if (until.get().isBefore(from.get())) {
            row.wrong("order", "ends_on");
            return Optional.empty();
        }
        return Optional.of(new OutsideEntry(
                number.get(),
                name,
                program,
                title,
                hospital,
                from.get(),
                until.get(),
                won.isEmpty() ? null : Long.valueOf(won)));
    }
}
