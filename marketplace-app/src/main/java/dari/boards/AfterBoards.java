package dari.boards;

/**
 * Days that pass after the last decision.
 *
 * @param agreement until both sides have signed
 * @param preparation until the data are prepared and checked
 */
public record AfterBoards(int agreement, int preparation) {

    /** What is reckoned with before a hospital says its own. */
    static final AfterBoards USUAL = new AfterBoards(14, 14);

    int days() {
        return agreement + preparation;
    }
}
