package dari.provisioner.scrub;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** Scrubs a file of notes. What it writes becomes visible whole, by one rename, or not at all. */
public final class ScrubRun {

    private static final ObjectWriter LINE = Json.mapper().writer().without(SerializationFeature.INDENT_OUTPUT);

    private ScrubRun() {}

    /**
     * What the steward is told: counts and ids, never words.
     *
     * @param found spans by type
     * @param undecided places that stayed although they may be identifiers
     * @param undecidedNotes how many such places each note has that has any, by id
     */
    public record Report(int notes, Map<String, Integer> found, int undecided, Map<String, Integer> undecidedNotes) {}

    /** In the order of its fields. */
    private record Scrubbed(String id, String text, List<ScrubbedNote.Span> spans) {}

    /**
     * @param in {@code {"id","text"}} a line; a field {@code person}, where it stands, says whose note it is, else its id does
     * @param out {@code {"id","text","spans"}} a line, replaced whole
     * @throws dari.provisioner.BadInput naming file and line
     */
    public static Report run(Path in, Path out, Scrubber scrubber) {
        Path target = out.toAbsolutePath();
        Path part = target.resolveSibling(
                "." + target.getFileName() + ".part-" + ProcessHandle.current().pid());
        try (NoteLines notes = NoteLines.open(in)) {
            Report report;
            try (BufferedWriter lines = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                report = write(notes, lines, scrubber);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + out, e);
        } finally {
            delete(part);
        }
    }

    private static Report write(NoteLines notes, BufferedWriter lines, Scrubber scrubber) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        Map<String, Integer> doubtful = new TreeMap<>();
        int count = 0;
        int undecided = 0;
        try (ParallelScrubbing scrubbing = new ParallelScrubbing(scrubber)) {
            for (List<NoteLines.Line> batch = batch(notes); !batch.isEmpty(); batch = batch(notes)) {
                List<ScrubbedNote> results = scrubbing.all(batch.stream()
                        .map(note -> new ParallelScrubbing.Note(
                                note.line().path("person").asString(note.id()), note.text()))
                        .toList());
                for (int i = 0; i < batch.size(); i++) {
                    String id = batch.get(i).id();
                    ScrubbedNote scrubbed = results.get(i);
                    lines.write(LINE.writeValueAsString(new Scrubbed(id, scrubbed.text(), scrubbed.spans())));
                    lines.write('\n');
                    scrubbed.spans().forEach(span -> found.merge(span.type(), 1, Integer::sum));
                    if (scrubbed.undecided() > 0) {
                        undecided += scrubbed.undecided();
                        doubtful.put(id, scrubbed.undecided());
                    }
                }
                count += batch.size();
            }
        }
        return new Report(count, found, undecided, doubtful);
    }

    /** The next notes, as many as fit some megabytes. */
    private static List<NoteLines.Line> batch(NoteLines notes) {
        List<NoteLines.Line> batch = new ArrayList<>();
        int characters = 0;
        while (characters < ParallelScrubbing.BATCH) {
            NoteLines.Line note = notes.next();
            if (note == null) {
                break;
            }
            batch.add(note);
            characters += note.text().length();
        }
        return batch;
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // a hidden part file at worst; what failed before is the news
        }
    }
}
