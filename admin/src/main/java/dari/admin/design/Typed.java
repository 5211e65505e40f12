package dari.admin.design;

import dari.admin.forms.LocalText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a row of a form; nothing is thrown at the writer. */
final class Typed {

    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static LocalText text(@Nullable String ko, @Nullable String en) {
        return new LocalText(text(ko), text(en));
    }

    /** A whole number within these limits; empty where something else was typed. */
    static Optional<Long> number(@Nullable String typed, long least, long most) {
        String digits = text(typed).replace(",", "");
        if (!digits.matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(digits);
        return value >= least && value <= most ? Optional.of(value) : Optional.empty();
    }

    static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(text(typed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return Optional.of(LocalTime.parse(text(typed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A box that is not ticked is not sent at all. */
    static boolean isTicked(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    static boolean isBlank(@Nullable String... typed) {
        return Stream.of(typed).allMatch(text -> text(text).isEmpty());
    }

    /** A short code that nothing else in the list has: kept where there was one, else the first that is free. */
    static String code(@Nullable String kept, String prefix, List<String> taken) {
        String code = text(kept);
        if (code.matches("[A-Za-z0-9-]{1,40}") && !taken.contains(code)) {
            return code;
        }
        int n = 1;
        while (taken.contains(prefix + n)) {
            n++;
        }
        return prefix + n;
    }
}
