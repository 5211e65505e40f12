package dari.sandboxes;

import java.time.Instant;

/**
 * A recipe that was set for a sandbox.
 *
 * @param number counted for each sandbox from 1
 * @param hash of the text with its files
 */
public record SetRecipe(int number, String text, String hash, Instant setAt) {}
