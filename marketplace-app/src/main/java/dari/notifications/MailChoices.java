package dari.notifications;

import java.util.Map;

/**
 * What a person chose.
 *
 * @param deliveries for every kind that may be chosen
 * @param hour of the person's day at which the digest comes, 0 to 23
 */
public record MailChoices(Map<NoticeKind, Delivery> deliveries, int hour) {

    public MailChoices {
        deliveries = Map.copyOf(deliveries);
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("an hour lies in 0..23, was " + hour);
        }
    }
}
