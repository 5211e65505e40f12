package dari.provisioner.scrub;

import java.util.List;

/**
 * A note without its identifiers.
 *
 * @param text the note as it may leave
 * @param spans what was found, in the order of the text
 * @param undecided places that may be identifiers, were not believed to be, and stayed as they were
 */
public record ScrubbedNote(String text, List<Span> spans, int undecided) {

    public ScrubbedNote {
        spans = List.copyOf(spans);
    }

    /**
     * @param start offset into the input in UTF-16 code units
     * @param end exclusive
     * @param type for example {@code NAME}
     * @param action for example {@code surrogate}
     */
    public record Span(int start, int end, String type, String action) {}
}
