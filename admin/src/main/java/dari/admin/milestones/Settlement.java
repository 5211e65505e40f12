package dari.admin.milestones;

/**
 * How a settlement ends, in won.
 *
 * @param spentWon what was spent as agreed
 * @param clawbackWon what has to be paid back; 0 for nothing
 */
public record Settlement(long spentWon, long clawbackWon) {
    public Settlement {
        if (spentWon < 0 || clawbackWon < 0) {
            throw new IllegalArgumentException("money below zero");
        }
    }
}
