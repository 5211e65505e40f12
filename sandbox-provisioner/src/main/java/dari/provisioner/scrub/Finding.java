package dari.provisioner.scrub;

import org.jspecify.annotations.Nullable;

/**
 * One identifier in a note.
 *
 * @param start offset in the folded text, later in the input
 * @param end exclusive
 * @param key what is the same for the same person or thing: a name in full, without case and particles
 * @param date the parts of a date; null for everything else
 */
record Finding(
        int start,
        int end,
        IdentifierType type,
        String key,
        @Nullable WrittenDate date) {

    Finding(int start, int end, IdentifierType type, String key) {
        this(start, end, type, key, null);
    }

    /** The same with more of the text around it; the key stays, for it is the same person or thing. */
    Finding grown(int newStart, int newEnd) {
        return newStart == start && newEnd == end ? this : new Finding(newStart, newEnd, type, key, date);
    }

    int length() {
        return end - start;
    }
}
