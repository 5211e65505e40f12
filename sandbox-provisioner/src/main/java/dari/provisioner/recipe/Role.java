package dari.provisioner.recipe;

import java.util.Locale;

/** What a column is to an attacker. */
public enum Role {
    /** Names a person by itself; is dropped unless it becomes a pseudonym. */
    IDENTIFIER,
    /** Known to others and, together with more of its kind, names a person; k is counted over these. */
    QUASI,
    /** What an attacker wants to learn. */
    SENSITIVE,
    OTHER;

    /** As written in a recipe. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
