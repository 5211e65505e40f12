package dari.statements;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads what banks let one download as CSV: in UTF-8 or CP949, with any of the usual separators, behind lines that say
 * whose account it is. Columns are found by their names, see {@link Column}.
 */
record BankFile(String encoding, List<BankLine> lines, List<LineProblem> problems) {

    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final int ROWS_BEFORE_NAMES = 40;
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4})[./년-]?\\s?(\\d{1,2})[./월-]?\\s?(\\d{1,2})[.일]?(?:[\\sT]*(\\d{1,2}):?(\\d{2})(?::?(\\d{2}))?)?");
    private static final Pattern WITHDRAWN = Pattern.compile("출금|지급|debit|withdraw", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUM = Pattern.compile("합\\s*계|총\\s*계|소\\s*계|total", Pattern.CASE_INSENSITIVE);

    static BankFile read(byte[] file) {
        String text = decode(file, StandardCharsets.UTF_8);
        String encoding = text == null ? "CP949" : "UTF-8";
        if (text == null) {
            text = decode(file, CP949);
        }
        if (text == null || text.indexOf('\0') >= 0) {
            return failed(encoding, "statements.problem.binary");
        }
        if (text.isBlank()) {
            return failed(encoding, "statements.problem.empty");
        }
        for (char separator : new char[] {',', '\t', ';', '|'}) {
            List<CSVRecord> records = records(text, separator);
            for (int row = 0; row < Math.min(ROWS_BEFORE_NAMES, records.size()); row++) {
                Map<Column, List<Integer>> columns = columns(records.get(row));
                if (columns.containsKey(Column.MOMENT)
                        && (columns.containsKey(Column.IN) || columns.containsKey(Column.AMOUNT))) {
                    return read(encoding, columns, records, row);
                }
            }
        }
        return failed(encoding, "statements.problem.header");
    }

    private static BankFile failed(String encoding, String problem) {
        return new BankFile(encoding, List.of(), List.of(new LineProblem(0, problem)));
    }

    private static @Nullable String decode(byte[] file, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static List<CSVRecord> records(String text, char separator) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.getRecords();
        } catch (IOException | IllegalStateException e) {
            return List.of();
        }
    }

    /** The first column of each kind; of texts all, for the payer's own words stand beside the bank's in some files. */
    private static Map<Column, List<Integer>> columns(CSVRecord names) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        for (int cell = 0; cell < names.size(); cell++) {
            int place = cell;
            Column.named(names.get(cell))
                    .filter(column -> column == Column.MEMO || !columns.containsKey(column))
                    .ifPresent(column -> columns.computeIfAbsent(column, first -> new ArrayList<>())
                            .add(place));
        }
        return columns;
    }

    private static BankFile read(
            String encoding, Map<Column, List<Integer>> columns, List<CSVRecord> records, int names) {
        List<BankLine> lines = new ArrayList<>();
        List<LineProblem> problems = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        for (int at = names + 1; at < records.size(); at++) {
            CSVRecord record = records.get(at);
            if (isEmpty(record) || isSum(record, columns)) {
                continue;
            }
            try {
                BankLine line = line(at + 1, record, columns);
                lines.add(line.withOccurrence(alike.merge(line.alike(), 1, Integer::sum)));
            } catch (Unreadable e) {
                problems.add(new LineProblem(at + 1, e.problem));
            }
        }
        return new BankFile(encoding, List.copyOf(lines), List.copyOf(problems));
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    /** A line below the others that adds them up has no day. */
    private static boolean isSum(CSVRecord record, Map<Column, List<Integer>> columns) {
        return !MOMENT.matcher(cell(record, columns, Column.MOMENT)).find()
                && record.stream().anyMatch(cell -> SUM.matcher(cell).find());
    }

    private static BankLine line(int row, CSVRecord record, Map<Column, List<Integer>> columns) throws Unreadable {
        if (columns.values().stream().flatMap(List::stream).anyMatch(place -> place >= record.size())) {
            throw new Unreadable("statements.problem.columns");
        }
        LocalDateTime moment = moment(cell(record, columns, Column.MOMENT) + " " + cell(record, columns, Column.TIME));
        long in = amount(cell(record, columns, Column.IN));
        long out = amount(cell(record, columns, Column.OUT));
        if (!columns.containsKey(Column.IN)) {
            long moved = amount(cell(record, columns, Column.AMOUNT));
            boolean withdrawn = moved < 0
                    || WITHDRAWN
                            .matcher(cell(record, columns, Column.DIRECTION))
                            .find();
            in = withdrawn ? 0 : moved;
            out = withdrawn ? Math.abs(moved) : 0;
        }
        if (in != 0 && out != 0) {
            throw new Unreadable("statements.problem.both");
        }
        if (in < 0 || out < 0 || in + out == 0) {
            throw new Unreadable("statements.problem.amount");
        }
        String balance = cell(record, columns, Column.BALANCE);
        return new BankLine(
                row,
                1,
                moment,
                in,
                out,
                balance.isBlank() ? null : Long.valueOf(amount(balance)),
                shortened(cell(record, columns, Column.PAYER), MOST_PAYER),
                shortened(cell(record, columns, Column.MEMO), MOST_MEMO));
    }

    private static final int MOST_PAYER = 200;
    private static final int MOST_MEMO = 400;

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static String cell(CSVRecord record, Map<Column, List<Integer>> columns, Column column) {
        return columns.getOrDefault(column, List.of()).stream()
                .filter(place -> place < record.size())
                .map(place -> record.get(place).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static LocalDateTime moment(String typed) throws Unreadable {
        Matcher found = MOMENT.matcher(typed.strip());
        if (!found.lookingAt()) {
            throw new Unreadable("statements.problem.date");
        }
        try {
            return LocalDateTime.of(
                    number(found.group(1)),
                    number(found.group(2)),
                    number(found.group(3)),
                    number(found.group(4)),
                    number(found.group(5)),
                    number(found.group(6)));
        } catch (DateTimeException e) {
            throw new Unreadable("statements.problem.date");
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long amount(String typed) throws Unreadable {
        String plain = typed.replaceAll("[,\\s원₩\"+]", "");
        if (plain.isEmpty() || plain.equals("-")) {
            return 0;
        }
        if (!plain.matches("-?\\d{1,15}(\\.0+)?")) {
            throw new Unreadable("statements.problem.amount");
        }
        return Long.parseLong(plain.replaceAll("\\.0+$", ""));
    }

    /** A row says something that is no line of a statement. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String problem;

        Unreadable(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }
    }
}
