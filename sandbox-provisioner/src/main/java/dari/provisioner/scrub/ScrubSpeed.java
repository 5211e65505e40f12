package dari.provisioner.scrub;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast notes are scrubbed, in notes of 1,200 characters a second of one thread's CPU, beside a floor that the same machine
 * reached in the same seconds: under load both fall, their ratio hardly.
 *
 * @param notesPerSecond once the virtual machine has compiled what is hot and the words of the notes were met
 * @param firstPassNotesPerSecond the same where no word was met before; real notes lie between
 * @param floorNotesPerSecond of one regular expression that finds the words of the notes and nothing else
 * @param cpuSeconds of measuring, warming up included
 */
public record ScrubSpeed(
        double notesPerSecond, double firstPassNotesPerSecond, double floorNotesPerSecond, double cpuSeconds) {

    private static final int NOTE = 1_200;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** The three are measured in turn, a round each, so that a neighbour's load meets all of them. */
    private static final class Round {
        private final List<String> notes;
        private final ToLongFunction<String> work;
        private long nanos;
        private long rounds;
        private long kept;

        Round(List<String> notes, ToLongFunction<String> work) {
            this.notes = notes;
            this.work = work;
        }

        void run() {
            long before = cpu();
            for (String note : notes) {
                kept += work.applyAsLong(note);
            }
            nanos += cpu() - before;
            rounds++;
        }

        void forget() {
            nanos = 0;
            rounds = 0;
        }

        double notesPerSecond() {
            long characters = notes.stream().mapToLong(String::length).sum();
            // what was kept is added, times nothing, so that no compiler can leave the work out
            return rounds * characters / (double) NOTE / (nanos / 1e9) + (kept == Long.MIN_VALUE ? 1 : 0);
        }
    }

    /**
     * @param written notes of any length; of short ones several make one
     * @param warmUp CPU time before a third of it is measured; at least one round of each is
     */
    static ScrubSpeed of(List<String> written, Scrubber scrubber, Duration warmUp) {
        if (written.isEmpty()) {
            return new ScrubSpeed(0, 0, 0, 0);
        }
        List<String> notes = joined(written);
        long begin = cpu();
        Round remembered = new Round(notes, note -> scrubbed(scrubber, note));
        Round floor = new Round(notes, ScrubSpeed::words);
        repeat(warmUp, remembered, floor);
        Round first = first(notes, scrubber);
        remembered.forget();
        floor.forget();
        long end = cpu() + warmUp.toNanos() / 3;
        do {
            remembered.run();
            Round next = first(notes, scrubber);
            first.nanos += next.nanos;
            first.rounds++;
            floor.run();
        } while (cpu() < end);
        return new ScrubSpeed(
                remembered.notesPerSecond(), first.notesPerSecond(), floor.notesPerSecond(), (cpu() - begin) / 1e9);
    }

    private static List<String> joined(List<String> written) {
        List<String> notes = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        for (String text : written) {
            note.append(note.isEmpty() ? "" : "\n").append(text);
            if (note.length() >= NOTE) {
                notes.add(note.toString());
                note.setLength(0);
            }
        }
        if (!note.isEmpty()) {
            notes.add(note.toString());
        }
        return notes;
    }

    private static void repeat(Duration time, Round... rounds) {
        long end = cpu() + time.toNanos();
        do {
            for (Round round : rounds) {
                round.run();
            }
        } while (cpu() < end);
    }

    /** One round of a scrubber that has met no word. */
    private static Round first(List<String> notes, Scrubber scrubber) {
        Scrubber fresh = scrubber.twin();
        Round round = new Round(notes, note -> scrubbed(fresh, note));
        round.run();
        return round;
    }

    private static long scrubbed(Scrubber scrubber, String note) {
        return scrubber.scrub("", note).text().length();
    }

    private static long words(String note) {
        long words = 0;
        for (Matcher word = WORD.matcher(note); word.find(); ) {
            words++;
        }
        return words;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
