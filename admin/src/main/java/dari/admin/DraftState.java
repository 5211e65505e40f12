package dari.admin;

/**
 * What a writer had before them when they saved.
 *
 * @param edits how often the draft had been saved when the page was opened or last saved
 * @param window which open page it is: what one page sends twice, out of order, is no conflict with itself
 */
public record DraftState(int edits, String window) {}
