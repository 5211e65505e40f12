package dari.provisioner.scrub;

import dari.provisioner.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What scrubbing finds of labelled notes. A labelled place counts as found when every letter and digit of it is inside some
 * span, of whatever type: what matters is whether it leaks. A span counts as right when it touches a labelled place.
 */
public final class Evaluation {

    private Evaluation() {}

    /** Which notes of a labelled file are looked at. Copies of one template ({@code id#1}, {@code id#2}) stay together. */
    public enum Half {
        ALL,
        /** Looked at while rules are written. */
        OPEN,
        /** Kept for the figure. */
        HELD_OUT;

        private boolean holds(String id) {
            return this == ALL || isHeldOut(id) == (this == HELD_OUT);
        }

        private static boolean isHeldOut(String id) {
            String template = id.replaceFirst("#.*", "");
            return Integer.parseInt(
                                    Sha256.hex(template.getBytes(StandardCharsets.UTF_8))
                                            .substring(0, 2),
                                    16)
                            % 2
                    == 1;
        }
    }

    /**
     * @param recall share of labelled places that are covered
     * @param precision share of spans of this type that touch a labelled place
     */
    public record OfType(int labelled, int found, double recall, int spans, int right, double precision) {}

    /**
     * @param cleanTouched share of the notes without labels in which anything was found
     * @param languages the same by language
     * @param missed ids of notes with a place that leaks
     * @param touched ids of clean notes that were touched
     */
    public record Result(
            int notes,
            int cleanNotes,
            double cleanTouched,
            Map<String, OfType> types,
            OfType forms,
            OfType names,
            OfType all,
            Map<String, OfLanguage> languages,
            int undecided,
            ScrubSpeed speed,
            List<String> missed,
            List<String> touched) {}

    /** The figures of the notes in one language: {@code ko} where most words are Hangul, else {@code en}. */
    public record OfLanguage(int notes, int cleanNotes, int cleanTouched, OfType forms, OfType names) {}

    /** Counts while notes are read. */
    private static final class Tally {
        private final Map<String, int[]> counts = new TreeMap<>();
        private int notes;
        private int clean;
        private int touched;

        OfLanguage figures() {
            return new OfLanguage(
                    notes, clean, touched, sum(counts, type -> !isName(type)), sum(counts, Evaluation::isName));
        }
    }

    private static String language(String text) {
        List<Token> tokens = Token.of(text);
        return tokens.stream().filter(Token::hangul).count() * 2 >= tokens.size() ? "ko" : "en";
    }

    record Label(int start, int end, String type) {}

    record Labelled(String id, String text, List<Label> labels) {}

    /** @throws dari.provisioner.BadInput naming file and line when a note or label is not as it should be */
    public static Result of(Path gold, Half half, Scrubber scrubber) {
        return of(gold, half, scrubber, Duration.ZERO);
    }

    /**
     * The same with a speed that a long run reaches.
     *
     * @param warmUp CPU time to scrub the notes over and over before speed is taken
     */
    public static Result of(Path gold, Half half, Scrubber scrubber, Duration warmUp) {
        List<Labelled> notes = read(gold, half);
        Map<String, int[]> counts = new TreeMap<>();
        Map<String, Tally> languages = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        List<String> touched = new ArrayList<>();
        int undecided = 0;
        int clean = 0;
        for (Labelled note : notes) {
            ScrubbedNote scrubbed = scrubber.scrub(note.id(), note.text());
            undecided += scrubbed.undecided();
            Tally tally = languages.computeIfAbsent(language(note.text()), l -> new Tally());
            tally.notes++;
            count(note, scrubbed, tally.counts);
            if (note.labels().isEmpty()) {
                tally.clean++;
                tally.touched += scrubbed.spans().isEmpty() ? 0 : 1;
            }
            if (note.labels().isEmpty()) {
                clean++;
                if (!scrubbed.spans().isEmpty()) {
                    touched.add(note.id());
                }
            }
            if (!count(note, scrubbed, counts)) {
                missed.add(note.id());
            }
        }
        Map<String, OfType> types = new LinkedHashMap<>();
        counts.forEach((type, c) -> types.put(type, figures(c)));
        Map<String, OfLanguage> byLanguage = new TreeMap<>();
        languages.forEach((language, tally) -> byLanguage.put(language, tally.figures()));
        return new Result(
                notes.size(),
                clean,
                clean == 0 ? 0 : (double) touched.size() / clean,
                types,
                sum(counts, type -> !isName(type)),
                sum(counts, Evaluation::isName),
                sum(counts, type -> true),
                byLanguage,
                undecided,
                ScrubSpeed.of(notes.stream().map(Labelled::text).toList(), scrubber, warmUp),
                missed,
                touched);
    }

    private static boolean isName(String type) {
        return type.equals(IdentifierType.NAME.name()) || type.equals(IdentifierType.ORGANIZATION.name());
    }

    private static OfType figures(int[] c) {
        return new OfType(
                c[0], c[1], c[0] == 0 ? 1 : (double) c[1] / c[0], c[2], c[3], c[2] == 0 ? 1 : (double) c[3] / c[2]);
    }

    private static OfType sum(Map<String, int[]> counts, Predicate<String> of) {
        int[] sum = new int[4];
        counts.forEach((type, c) -> {
            for (int i = 0; i < 4 && of.test(type); i++) {
                sum[i] += c[i];
            }
        });
        return figures(sum);
    }

    /** @return whether nothing leaks */
    private static boolean count(Labelled note, ScrubbedNote scrubbed, Map<String, int[]> counts) {
        BitSet covered = new BitSet();
        scrubbed.spans().forEach(s -> covered.set(s.start(), s.end()));
        BitSet labelled = new BitSet();
        boolean whole = true;
        for (Label label : note.labels()) {
            labelled.set(label.start(), label.end());
            int[] c = counts.computeIfAbsent(label.type(), t -> new int[4]);
            c[0]++;
            boolean found = true;
            for (int i = label.start(); i < label.end(); i++) {
                found &=
                        covered.get(i) || !Character.isLetterOrDigit(note.text().charAt(i));
            }
            c[1] += found ? 1 : 0;
            whole &= found;
        }
        for (ScrubbedNote.Span span : scrubbed.spans()) {
            int[] c = counts.computeIfAbsent(span.type(), t -> new int[4]);
            c[2]++;
            int touches = labelled.nextSetBit(span.start());
            c[3] += touches >= 0 && touches < span.end() ? 1 : 0;
        }
        return whole;
    }

    static List<Labelled> read(Path gold, Half half) {
        List<Labelled> notes = new ArrayList<>();
        try (NoteLines lines = NoteLines.open(gold)) {
            for (NoteLines.Line line = lines.next(); line != null; line = lines.next()) {
                List<Label> labels = new ArrayList<>();
                for (JsonNode span : line.line().path("spans")) {
                    Label label = new Label(
                            span.path("start").asInt(-1),
                            span.path("end").asInt(-1),
                            span.path("type").asString(""));
                    if (label.start() < 0
                            || label.end() <= label.start()
                            || label.end() > line.text().length()) {
                        throw lines.bad("has a span outside its text", "write start and end as UTF-16 offsets");
                    }
                    labels.add(label);
                }
                if (half.holds(line.id())) {
                    notes.add(new Labelled(line.id(), line.text(), labels));
                }
            }
        }
        return notes;
    }
}
