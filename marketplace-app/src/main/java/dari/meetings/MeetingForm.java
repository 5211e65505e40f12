package dari.meetings;

import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A proposal, as typed: times as a field for date and time sends them, {@code 2027-02-28T14:00}. */
record MeetingForm(
        @Nullable String slot1,
        @Nullable String slot2,
        @Nullable String slot3,
        @Nullable String slot4,
        @Nullable String slot5,

        @WholeNumber(min = 10, max = 480, required = true, message = "{meetings.form.minutes.bad}")
        String minutes,

        @NotBlank(message = "{meetings.form.place.missing}") @Size(max = 300, message = "{needs.text.long}")
        String place,

        @Size(max = 1000, message = "{needs.text.long}") @Nullable
        String note) {

    static final MeetingForm EMPTY = new MeetingForm("", "", "", "", "", "60", "", "");

    /** What was typed as times, by field; empty ones are left out. */
    Map<String, String> typedSlots() {
        Map<String, String> typed = new LinkedHashMap<>();
        @Nullable String[] all = {slot1, slot2, slot3, slot4, slot5};
        for (int i = 0; i < all.length; i++) {
            String slot = all[i];
            if (slot != null && !slot.isBlank()) {
                typed.put("slot" + (i + 1), slot);
            }
        }
        return typed;
    }

    static @Nullable LocalDateTime time(String typed) {
        try {
            return LocalDateTime.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** To be asked only when every time can be read. */
    NewMeeting toMeeting(ZoneId zone) {
        List<Instant> slots = typedSlots().values().stream()
                .map(MeetingForm::time)
                .map(Objects::requireNonNull)
                .map(time -> time.atZone(zone).toInstant())
                .toList();
        return new NewMeeting(
                slots,
                Math.toIntExact(WholeNumbers.required(minutes)),
                place.strip(),
                note == null ? "" : note.strip());
    }
}
