package dari.discovery;

/**
 * A condition that is applied, above the list.
 *
 * @param label what it says
 * @param without address of the list without it
 */
record Chip(String label, String without) {}
