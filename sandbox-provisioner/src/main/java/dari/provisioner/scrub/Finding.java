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

    int length() {
        return end - start;
    }
}
