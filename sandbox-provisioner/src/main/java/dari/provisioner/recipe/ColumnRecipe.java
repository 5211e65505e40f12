package dari.provisioner.recipe;

/**
 * One column's role and treatment.
 *
 * @param name as written in the recipe; compared without case
 * @param where file and line of it, for errors
 */
public record ColumnRecipe(String name, Role role, Treatment treatment, String where) {}
