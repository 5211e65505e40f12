package dari.notifications;

import dari.kernel.UserId;
import java.time.ZoneId;

/** Whom a letter can reach: the person, the address, the language, and whose day it is there. */
public record Addressee(UserId user, String email, String language, ZoneId zone) {

    @Override
    public String toString() {
        return "Addressee[" + user.value() + "]";
    }
}
