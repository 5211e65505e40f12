package dari.notifications;

import dari.kernel.UserId;

/** Whom a letter can reach: the person, the address and the language. */
public record Addressee(UserId user, String email, String language) {

    @Override
    public String toString() {
        return "Addressee[" + user.value() + "]";
    }
}
