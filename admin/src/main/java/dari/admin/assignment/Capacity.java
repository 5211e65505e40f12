package dari.admin.assignment;

import java.util.UUID;

/**
 * How much a reviewer takes.
 *
 * @param present reviews that they have in this call already: the balance counts them
 * @param more how many more they take
 */
public record Capacity(UUID reviewer, int present, int more) {}
