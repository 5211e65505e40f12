package dari.matching.vocabulary.imported;

import dari.matching.vocabulary.CodeRange;
import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.VocabularyProblem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the Korean Standard Classification of Diseases (KCD, any revision based on ICD-10) from a table with a heading line: one row per code with its
 * Korean and English name, separated by commas or tabs, in UTF-8 or MS949. Codes have three to five characters, with or
 * without the point, with or without the dagger or asterisk of double coding; rows of a range of codes (A00-A09) are groups. A
 * code's parent is the longest code it begins with, else the narrowest group.
 */
public final class KcdImport {

    /**
     * The headings of the three columns.
     *
     * @param code such as 코드, of the codes
     */
    public record Columns(String code, String korean, String english) {
        public static final Columns USUAL = new Columns("코드", "한글명칭", "영문명칭");
    }

    /** Marks of double coding: aetiology (dagger) and manifestation (asterisk), and how tables write them. */
    private static final String MARKS = "[†‡*+#@§]";

    private static final Pattern CODE = Pattern.compile("([A-Z][0-9]{2})\\.?([0-9]{0,2})");
    private static final Pattern RANGE = Pattern.compile("([A-Z][0-9]{2})\\s*[-~–]\\s*([A-Z][0-9]{2})");
    private static final Charset MS949 = Charset.forName("x-windows-949");

    private final Path file;
    private final Columns columns;
    private final BadLines bad = new BadLines();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private record Row(String code, CodeRange range, String korean, String english) {}

    private KcdImport(Path file, Columns columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * @throws ImportRefused naming each bad line, up to 20
     * @throws IOException when the file cannot be read
     */
    public static ImportedVocabulary read(Path file, Columns columns) throws IOException {
        return new KcdImport(file, columns).read();
    }

    private ImportedVocabulary read() throws IOException {
        String text = text(Files.readAllBytes(file));
        String heading = text.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(heading.contains("\t") ? '\t' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setAllowMissingColumnNames(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser table = CSVParser.parse(new StringReader(text), format)) {
            for (String column : List.of(columns.code(), columns.korean(), columns.english())) {
                if (!table.getHeaderNames().contains(column)) {
                    throw new ImportRefused(file + ":1: there is no column " + column + " among "
                            + String.join(", ", table.getHeaderNames()) + "; name the columns with --columns");
                }
            }
            for (CSVRecord record : table) {
                read(record, Math.toIntExact(table.getCurrentLineNumber()));
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ImportRefused(file + ": is no sound table: " + e.getMessage() + "; save it again as CSV");
        }
        bad.refuseIfAny();
        List<Concept> concepts = rows.values().stream().map(this::concept).toList();
        if (concepts.isEmpty()) {
            throw new ImportRefused(file + ": has no row below the headings; export the table again");
        }
        return new ImportedVocabulary(
                "Made from " + file.getFileName() + ", KCD of Statistics Korea; check its licence before sharing",
                concepts,
                0);
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, MS949);
        }
    }

    private void read(CSVRecord record, int line) {
        if (!record.isConsistent()) {
            bad(line, "has " + record.size() + " cells, the headings another number", "quote cells that hold commas");
            return;
        }
        String code = code(record.get(columns.code()));
        String korean = record.get(columns.korean());
        String english = record.get(columns.english());
        CodeRange range = CodeRange.parse(code).orElse(null);
        if (range == null) {
            bad(
                    line,
                    "\"" + record.get(columns.code()) + "\" is no code of three to five characters",
                    "correct or remove it");
        } else if (korean.isBlank() || english.isBlank()) {
            bad(line, code + " lacks a Korean or an English name", "write both or remove the line");
        } else if (rows.putIfAbsent(code, new Row(code, range, korean, english)) != null) {
            bad(line, code + " stands twice", "remove one of the lines");
        }
    }

    private void bad(int line, String what, String remedy) {
        bad.add(new VocabularyProblem(file.toString(), line, what, remedy));
    }

    /** The code as ICD-10 writes it, or what was written when it is none. */
    private static String code(String written) {
        String bare = written.replaceAll(MARKS, "").strip().toUpperCase(Locale.ROOT);
        Matcher range = RANGE.matcher(bare);
        if (range.matches()) {
            return range.group(1) + "-" + range.group(2);
        }
        Matcher code = CODE.matcher(bare);
        return code.matches() ? code.group(1) + (code.group(2).isEmpty() ? "" : "." + code.group(2)) : bare;
    }

    private Concept concept(Row row) {
        return new Concept(id(row.code()), row.korean(), row.english(), List.of(), parents(row), row.code());
    }

    private List<String> parents(Row row) {
        boolean isGroup = row.code().contains("-");
        for (int length = row.code().length() - 1; length >= 3 && !isGroup; length--) {
            String prefix = row.code().substring(0, length);
            if (rows.containsKey(prefix)) {
                return List.of(id(prefix));
            }
        }
        List<Row> groups = new ArrayList<>();
        for (Row group : rows.values()) {
            if (group.code().contains("-")
                    && !group.equals(row)
                    && group.range().covers(row.range())) {
                groups.add(group);
            }
        }
        // of the groups around a code the narrowest begins last and ends first
        return groups.stream()
                .max(Comparator.comparing((Row group) -> group.range().first())
                        .thenComparing(group -> group.range().last(), Comparator.reverseOrder()))
                .map(group -> List.of(id(group.code())))
                .orElse(List.of());
    }

    private static String id(String code) {
        return "disease:kcd-" + code.toLowerCase(Locale.ROOT).replace('.', '-');
    }
}
