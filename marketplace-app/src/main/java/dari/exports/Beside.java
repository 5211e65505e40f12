package dari.exports;

import dari.exports.scan.ResultTable;
import dari.exports.scan.TableDifference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Puts an export beside what left the same project before: each alone may be harmless, both together not. */
@Component
class Beside {

    /** So many earlier exports are looked through, the newest first. */
    private static final int MOST = 20;

    private final ExportRepository exports;
    private final ExportFileRepository files;
    private final ExportFiles contents;

    Beside(ExportRepository exports, ExportFileRepository files, ExportFiles contents) {
        this.exports = exports;
        this.files = files;
        this.contents = contents;
    }

    /** What else of the project left or is looked at, the newest first. */
    List<Export> earlier(Export export) {
        return exports
                .findByProjectAndStateInOrderByIdDesc(
                        export.project(),
                        Arrays.stream(ExportState.values())
                                .filter(ExportState::isBeside)
                                .toList(),
                        Limit.of(MOST + 1))
                .stream()
                .filter(other -> !other.id().equals(export.id()))
                .limit(MOST)
                .toList();
    }

    /** Each table that has a namesake in an earlier export, with what differs. */
    List<Comparison> of(Export export, long threshold) {
        List<Export> earlier =
                earlier(export).stream().filter(other -> !other.filesGone()).toList();
        Map<UUID, Export> byId = earlier.stream().collect(Collectors.toMap(Export::id, Function.identity()));
        List<ExportFile> before = files.findByExportInOrderByIdDesc(byId.keySet());
        List<Comparison> comparisons = new ArrayList<>();
        for (ExportFile file : files.findByExportOrderById(export.id())) {
            List<ResultTable> now = contents.tables(file);
            if (now.isEmpty()) {
                continue;
            }
            for (ExportFile other : before) {
                Export of = Objects.requireNonNull(byId.get(other.export()));
                for (ResultTable then : contents.tables(other)) {
                    now.forEach(table -> TableDifference.between(table, then, threshold)
                            .ifPresent(difference -> comparisons.add(new Comparison(
                                    of.id(), of.title(), of.madeAt(), other.name(), file.id(), difference))));
                }
            }
        }
        return comparisons;
    }

    /** @param file the new file's */
    record Comparison(
            UUID export, String title, Instant at, String earlierFile, UUID file, TableDifference difference) {}
}
