package dari.meetings;

import java.time.Instant;
import java.util.List;

/**
 * What a side proposes.
 *
 * @param slots when it could begin
 * @param minutes how long it takes
 * @param place a room or an address of the web
 * @param note what it is about; may be empty
 */
public record NewMeeting(List<Instant> slots, int minutes, String place, String note) {

    public NewMeeting {
        slots = slots.stream().distinct().sorted().toList();
    }
}
