package dari.acceptance;

/**
 * One thing that is not as agreed.
 *
 * @param part name of a table, or blank for the whole
 */
public record Point(String part, String reason) {}
