package dari.provisioner.synthesize.history;

/**
 * How much of one person counts, whatever its history holds.
 *
 * @param contacts of each person whose rows count, drawn by a keyed hash; as many rows of each clinical table count as well
 * @param codes B of {@link ConceptPresence}
 */
public record Bounds(int contacts, int codes) {

    /** Distinct codes of one person and table that count in full, when a recipe does not say. */
    public static final int DEFAULT_CODES = 8;

    public Bounds {
        if (contacts < 1 || codes < 1) {
            throw new IllegalArgumentException("bounds must be at least 1");
        }
    }
}
