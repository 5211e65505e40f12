package dari.provisioner.recipe;

import dari.provisioner.BadInput;

/** Checks that a text has the form of a profile, from which a recipe is proposed. */
public final class ProfileForm {

    private static final String SCHEMA = "profile.schema.json";

    private ProfileForm() {}

    /**
     * @param json well-formed JSON, which is YAML as well
     * @param where how the text is named in an error
     * @throws BadInput naming file, line and path of the first fault
     */
    public static void check(String json, String where) {
        RecipeSchema.check(YamlDocument.parse(json, where), SCHEMA);
    }
}
