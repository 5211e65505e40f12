package dari.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A call's text, days and overall figures, as typed. */
record CallForm(
        @NotBlank(message = "{admin.call.title.missing}") @Size(max = 160, message = "{admin.text.long}")
        String titleKo,

        @NotBlank(message = "{admin.call.title.missing}") @Size(max = 160, message = "{admin.text.long}")
        String titleEn,

        @NotBlank(message = "{admin.call.summary.missing}") @Size(max = 4000, message = "{admin.text.long}")
        String summaryKo,

        @NotBlank(message = "{admin.call.summary.missing}") @Size(max = 4000, message = "{admin.text.long}")
        String summaryEn,

        @NotNull(message = "{admin.call.deadline.bad}")
        @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", message = "{admin.call.deadline.bad}")
        String deadline,

        @NotNull(message = "{admin.call.budget.bad}")
        @Pattern(regexp = "[0-9]{1,13}", message = "{admin.call.budget.bad}")
        String budgetWon,

        @NotNull(message = "{admin.call.ownShare.bad}")
        @Pattern(regexp = "[0-9]|[1-9][0-9]|100", message = "{admin.call.ownShare.bad}")
        String ownSharePercent,

        @NotNull(message = "{admin.call.leastReviews.bad}")
        @Pattern(regexp = "[1-7]", message = "{admin.call.leastReviews.bad}")
        String leastReviews,

        @Nullable String zone,
        @Nullable String opensOn,
        @Nullable String reviewUntil,
        @Nullable String decisionOn) {

    /** A blank call that closes in a month. */
    static CallForm blank(LocalDate today, ZoneId zone) {
        return new CallForm("", "", "", "", today.plusMonths(1).toString(), "", "20", "3", zone.getId(), "", "", "");
    }

    static CallForm of(CallContent content, CallDates dates) {
        return new CallForm(
                content.titleKo(),
                content.titleEn(),
                content.summaryKo(),
                content.summaryEn(),
                content.deadline().toString(),
                Long.toString(content.budgetWon()),
                Integer.toString(content.ownSharePercent()),
                Integer.toString(content.leastReviews()),
                dates.zone().getId(),
                text(dates.opensOn()),
                text(dates.reviewUntil()),
                text(dates.decisionOn()));
    }

    /** Fields whose day is not in the calendar, or whose zone is none, with the message of each. */
    Map<String, String> faults() {
        Map<String, String> faults = new TreeMap<>();
        Map<String, String> days = new TreeMap<>(Map.of(
                "deadline", orEmpty(deadline),
                "opensOn", orEmpty(opensOn),
                "reviewUntil", orEmpty(reviewUntil),
                "decisionOn", orEmpty(decisionOn)));
        days.forEach((field, typed) -> {
            if (!typed.isEmpty() && !isDay(typed)) {
                faults.put(field, "admin.call.deadline.bad");
            }
        });
        try {
            zoneId();
        } catch (DateTimeException e) {
            faults.put("zone", "calls.zone.bad");
        }
        return faults;
    }

    /** Zones to choose from; another one that a call has already stays choosable. */
    public List<String> zones() {
        List<String> zones =
                new ArrayList<>(List.of("Asia/Seoul", "Asia/Tokyo", "Asia/Singapore", "Europe/Berlin", "UTC"));
        if (!orEmpty(zone).isEmpty() && !zones.contains(zone)) {
            zones.add(zone);
        }
        return zones;
    }

    CallContent toContent() {
        return new CallContent(
                titleKo.strip(),
                titleEn.strip(),
                summaryKo.strip(),
                summaryEn.strip(),
                LocalDate.parse(deadline),
                Long.parseLong(budgetWon),
                Integer.parseInt(ownSharePercent),
                Integer.parseInt(leastReviews));
    }

    CallDates toDates() {
        return new CallDates(zoneId(), day(opensOn), day(reviewUntil), day(decisionOn));
    }

    private ZoneId zoneId() {
        return ZoneId.of(orEmpty(zone).isEmpty() ? "Asia/Seoul" : orEmpty(zone));
    }

    private static boolean isDay(String typed) {
        try {
            LocalDate.parse(typed);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
