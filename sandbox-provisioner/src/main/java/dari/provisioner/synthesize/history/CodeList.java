package dari.provisioner.synthesize.history;

import dari.provisioner.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A public list of concepts. A concept may name its parent, to which it is brought together where noise hides it, and, for
 * measurements, the bounds of its values and their unit. Parents belong to the list, listed or not. Position {@link #size} stands
 * for every other concept.
 */
public final class CodeList {

    /** Intervals between the bounds of a measurement. */
    static final int BINS = 12;

    /** What OMOP calls a concept that is not known. */
    public static final long NO_CONCEPT = 0;

    private static final int MOST = 30_000;
    private static final TreeSet<String> COLUMNS =
            new TreeSet<>(List.of("concept_id", "parent_concept_id", "concept_name", "min", "max", "unit_concept_id"));

    private final List<Concept> concepts;
    private final Map<Long, Integer> positions = new HashMap<>();

    private CodeList(List<Concept> listed, String where) {
        Map<Long, Concept> all = new LinkedHashMap<>();
        for (Concept concept : listed) {
            if (all.put(concept.id(), concept) != null) {
                throw new BadInput(where, "lists concept " + concept.id() + " twice", "list every concept once");
            }
        }
        for (Concept concept : listed) {
            Long parent = concept.parent();
            if (parent != null) {
                all.putIfAbsent(parent, new Concept(parent, null, null, 0));
            }
        }
        if (all.isEmpty() || all.size() > MOST) {
            throw new BadInput(where, "needs 1 to " + MOST + " concepts with their parents", "list the concepts");
        }
        concepts = List.copyOf(all.values());
        for (Concept concept : concepts) {
            positions.put(concept.id(), positions.size());
        }
    }

    /** Numbers that may be measured. */
    public record Bounds(double min, double max) {}

    /** @param unit concept of the unit, 0 for none */
    public record Concept(
            long id, @Nullable Long parent, @Nullable Bounds bounds, long unit) {}

    /** @param where how the list is named in an error */
    public static CodeList of(List<Concept> concepts, String where) {
        return new CodeList(concepts, where);
    }

    /** Reads a CSV file with a column {@code concept_id} and any of those of {@link Concept}. */
    public static CodeList read(Path file) {
        List<Concept> concepts = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreHeaderCase(true)
                        .setTrim(true)
                        .get()
                        .parse(reader)) {
            for (String name : parser.getHeaderNames()) {
                if (!COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
                    throw new BadInput(file + ":1 " + name, "is no column of a code list", "known are " + COLUMNS);
                }
            }
            if (!parser.getHeaderMap().containsKey("concept_id")) {
                throw new BadInput(file + ":1", "has no column concept_id", "start with the line concept_id");
            }
            for (CSVRecord row : parser) {
                concepts.add(concept(row, file + ":" + parser.getCurrentLineNumber()));
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new BadInput(file.toString(), "cannot be read as CSV in UTF-8", "give a code list with a header");
        }
        return new CodeList(concepts, file.toString());
    }

    private static Concept concept(CSVRecord row, String where) {
        Long id = whole(row, "concept_id", where);
        if (id == null || id <= 0) {
            throw new BadInput(where + " concept_id", "is no concept", "write a whole number above 0");
        }
        Long unit = whole(row, "unit_concept_id", where);
        return new Concept(id, whole(row, "parent_concept_id", where), bounds(row, where), unit == null ? 0 : unit);
    }

    private static @Nullable Bounds bounds(CSVRecord row, String where) {
        String min = text(row, "min");
        String max = text(row, "max");
        if (min.isEmpty() && max.isEmpty()) {
            return null;
        }
        try {
            Bounds bounds = new Bounds(Double.parseDouble(min), Double.parseDouble(max));
            if (bounds.max() - bounds.min() > 0 && Double.isFinite(bounds.max() - bounds.min())) {
                return bounds;
            }
        } catch (NumberFormatException e) {
            // said below, as every other pair that is none
        }
        throw new BadInput(where + " min", "is not below max", "write two documented numbers or leave both empty");
    }

    private static @Nullable Long whole(CSVRecord row, String column, String where) {
        String text = text(row, column);
        try {
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadInput(where + " " + column, "is no concept", "write a whole number");
        }
    }

    private static String text(CSVRecord row, String column) {
        return row.isMapped(column) && row.isSet(column) ? row.get(column) : "";
    }

    /** Concepts that the list names, their parents among them. */
    public int size() {
        return concepts.size();
    }

    /** Of a source's text. */
    public int position(@Nullable String text) {
        if (text == null) {
            return size();
        }
        try {
            // tables that were read as numbers spell a concept 3 as 3.0
            return positions.getOrDefault(new BigDecimal(text.strip()).longValueExact(), size());
        } catch (ArithmeticException | NumberFormatException e) {
            return size();
        }
    }

    /** @param position from 0 to {@link #size} */
    public long id(int position) {
        return position == size() ? NO_CONCEPT : concepts.get(position).id();
    }

    /** Unit of the values of a measurement, 0 for none. */
    public long unit(int position) {
        return position == size() ? 0 : concepts.get(position).unit();
    }

    /** Position of the parent, or {@link #size} where there is none. */
    public int parent(int position) {
        Long parent = position == size() ? null : concepts.get(position).parent();
        return parent == null ? size() : positions.getOrDefault(parent, size());
    }

    public @Nullable Bounds bounds(int position) {
        return position == size() ? null : concepts.get(position).bounds();
    }

    /** Code of a measured value: its interval, {@link #BINS} outside the bounds of the concept, one more for none. */
    public int valueCode(int position, @Nullable String text) {
        Bounds bounds = bounds(position);
        if (text == null || text.isEmpty() || bounds == null) {
            return BINS + 1;
        }
        try {
            double value = Double.parseDouble(text);
            double share = (value - bounds.min()) / (bounds.max() - bounds.min());
            return share >= 0 && share <= 1 ? Math.min(BINS - 1, (int) (share * BINS)) : BINS;
        } catch (NumberFormatException e) {
            return BINS;
        }
    }

    /** A number of the interval that a value's code stands for, as fine as a thousandth of it; NaN for none. */
    public double value(int position, int code, RandomGenerator random) {
        Bounds bounds = bounds(position);
        if (bounds == null || code >= BINS) {
            return Double.NaN;
        }
        double width = (bounds.max() - bounds.min()) / BINS;
        double drawn = bounds.min() + (code + (random.nextInt(1000) + 0.5) / 1000) * width;
        int digits = Math.max(0, (int) Math.ceil(2 - Math.log10(width)));
        return BigDecimal.valueOf(drawn)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
