package dari.notifications;

import java.io.Serializable;

/**
 * A small text file that a letter carries.
 *
 * @param type its media type, with its charset
 */
public record MailAttachment(String name, String type, String text) implements Serializable {

    @Override
    public String toString() {
        return "MailAttachment[" + name + "]";
    }
}
