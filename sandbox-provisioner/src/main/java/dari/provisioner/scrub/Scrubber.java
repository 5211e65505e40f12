package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Takes the identifiers out of notes. With the same key the same person has the same surrogate in every note, and the dates
 * of one person's notes move by the same days. Not thread-safe: one for each thread.
 */
public final class Scrubber {

    /** Year of a day without one, in a note that names none. */
    private static final int SOME_YEAR = 2001;

    private final ScrubPlan plan;
    private final byte[] key;
    private final KeyedHash hash;
    private final Knowledge knowledge;
    private final NoteReader reader;
    private final Surrogates surrogates;

    /** @param key 32 bytes, of the release */
    public Scrubber(ScrubPlan plan, byte[] key) {
        this(plan, key, Knowledge.shared());
    }

    private Scrubber(ScrubPlan plan, byte[] key, Knowledge knowledge) {
        this.key = key.clone();
        this.plan = plan;
        this.hash = new KeyedHash(key);
        this.knowledge = knowledge;
        this.reader = new NoteReader(knowledge, plan.language());
        this.surrogates = new Surrogates(hash, knowledge.lexicon());
    }

    /** Another that answers the same, for another thread. */
    Scrubber twin() {
        return new Scrubber(plan, key, knowledge);
    }

    /** @param person whose note it is: the value of the person key, untreated */
    public ScrubbedNote scrub(String person, String note) {
        Claims claims = reader.read(note);
        List<Finding> findings = claims.inInput();
        Surrogates.OfNote replaced = surrogates.ofNote(findings);
        long shift = plan.shift(hash, person);
        int year = yearOf(findings);
        StringBuilder text = new StringBuilder();
        List<ScrubbedNote.Span> spans = new ArrayList<>();
        int at = 0;
        for (Finding finding : findings) {
            ScrubAction action = plan.action(finding.type());
            String original = note.substring(finding.start(), finding.end());
            text.append(note, at, finding.start());
            at = finding.end();
            text.append(
                    switch (action) {
                        case KEEP -> original;
                        case REMOVE -> "";
                        case MASK -> finding.type().mask();
                        case SHIFT -> moved(finding, shift, year);
                        case SURROGATE ->
                            replaced.of(finding, FoldedText.of(original).text());
                    });
            spans.add(new ScrubbedNote.Span(
                    finding.start(), finding.end(), finding.type().name(), action.word()));
        }
        text.append(note, at, note.length());
        return new ScrubbedNote(text.toString(), spans, claims.undecided());
    }

    private static String moved(Finding finding, long shift, int year) {
        WrittenDate date = finding.date();
        return date == null ? finding.type().mask() : date.moved(shift, year);
    }

    private static int yearOf(List<Finding> findings) {
        return findings.stream()
                .map(Finding::date)
                .filter(Objects::nonNull)
                .map(WrittenDate::fullYear)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(SOME_YEAR);
    }
}
