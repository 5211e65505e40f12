package dari.accounts;

import java.util.Locale;

/**
 * A person who wants to sign in.
 *
 * @param email e-mail address, kept in lower case
 * @param password as typed
 * @param language {@code ko} or {@code en}, for letters
 */
public record NewAccount(String email, String displayName, String password, String language) {

    public NewAccount {
        email = normalized(email);
        displayName = displayName.strip();
    }

    static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "NewAccount[redacted]";
    }
}
