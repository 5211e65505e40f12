package dari.exports.scan;

import dari.documents.ContentCheck;
import dari.documents.PersonRows;
import dari.exports.scan.ReadFile.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What of persons, of the release's rows and of small counts stands in what can be read. */
final class ContentFindings {

    /** So many rows of the release, or about so many persons, are data and no result. */
    private static final int MANY = 10;

    /** Of ten columns of a release's table, so many in a file make it look like that table. */
    private static final int OF_TEN = 6;

    /** A table of results that people can read over has fewer rows. */
    private static final long LARGE = 1_000;

    /** Begins at the beginning of a word only and gives nothing of it back: a long word is read once. */
    private static final Pattern EMAIL = Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]++\\.[a-zA-Z]{2,}");

    private static final Pattern PHONE = Pattern.compile("(?<!\\d)01[016789][-. ]?\\d{3,4}[-. ]?\\d{4}(?!\\d)");

    private ContentFindings() {}

    static List<Finding> of(ReadFile file, ReleaseFacts release) {
        List<Finding> findings = new ArrayList<>(file.findings());
        String text = file.text();
        if (ContentCheck.holdsRegistrationNumber(text)) {
            findings.add(blocks("rrn", places(file, ContentCheck::holdsRegistrationNumber)));
        }
        if (PersonRows.isIn(text)) {
            findings.add(Finding.blocks("rows"));
        }
        addWhere("email", file, piece -> EMAIL.matcher(piece).find(), findings);
        addWhere("phone", file, piece -> PHONE.matcher(piece).find(), findings);
        file.tables().forEach(table -> inTable(table, release, findings));
        return findings;
    }

    private static void inTable(ResultTable table, ReleaseFacts release, List<Finding> findings) {
        PersonRows.columnIn(table.withHeader())
                .ifPresent(column ->
                        findings.add(Finding.blocks("rows", Place.of(Place.Kind.COLUMN, table.number(), column + 1))));
        if (release.tables().stream().anyMatch(prepared -> isOf(table, prepared))) {
            findings.add(new Finding(
                    "releaseRows", Severity.BLOCKS, (long) table.rows().size(), null, List.of(table.at())));
        }
        if (table.rows().size() > LARGE) {
            findings.add(Finding.look("largeTable", table.rows().size(), LARGE, List.of(table.at())));
        }
        List<Place> small = Counts.small(table, release.threshold());
        if (!small.isEmpty()) {
            findings.add(Finding.look("smallCells", small.size(), release.threshold(), small));
        }
    }

    /** Rows that carry the release's own keys, or most of a table's columns without counting anything. */
    private static boolean isOf(ResultTable table, ReleaseFacts.Table prepared) {
        if (table.rows().size() < MANY) {
            return false;
        }
        List<String> names = table.names();
        boolean keyed = table.columns()
                .filter(column -> prepared.identifiers().contains(names.get(column)))
                .anyMatch(column -> new HashSet<>(table.column(column)).size() >= MANY);
        Set<String> shared = new HashSet<>(names);
        shared.retainAll(prepared.columns());
        boolean alike = shared.size() > 2
                && shared.size() * 10 >= prepared.columns().size() * OF_TEN
                && Counts.columns(table).isEmpty();
        return keyed || alike;
    }

    private static void addWhere(String code, ReadFile file, Predicate<String> wanted, List<Finding> findings) {
        long found = file.pieces().stream()
                .filter(piece -> wanted.test(piece.text()))
                .count();
        if (found > 0) {
            findings.add(Finding.look(code, found, null, places(file, wanted)));
        }
    }

    private static List<Place> places(ReadFile file, Predicate<String> wanted) {
        return file.pieces().stream()
                .filter(piece -> wanted.test(piece.text()))
                .map(Piece::place)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Finding blocks(String code, List<Place> places) {
        return new Finding(code, Severity.BLOCKS, null, null, places);
    }
}
