package dari.provisioner.recipe;

import java.util.regex.Pattern;

/**
 * Identifies what a recipe does: SHA-256 over its canonical form (keys sorted, no comments or layout) and over the contents
 * of the hierarchy files it names. This is what a hospital approves.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record RecipeHash(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public RecipeHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a recipe hash is 64 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
