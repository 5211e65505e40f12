package dari.provisioner.synthesize.history;

import java.time.LocalDate;

/**
 * The public time in which histories lie; what happened before or after it does not count. Days are numbered from 0.
 *
 * @param to the last day that belongs to it
 */
public record Period(LocalDate from, LocalDate to) {

    /** Parts into which the first contact falls. */
    static final int PARTS = 16;

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period must end after it begins");
        }
    }

    public int lastDay() {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }

    public LocalDate date(int day) {
        return from.plusDays(day);
    }

    /** The first day of a year; negative when the year begins before the period. */
    int firstDayOf(int year) {
        return Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay() - from.toEpochDay());
    }

    int yearOf(int day) {
        return date(day).getYear();
    }

    int parts() {
        return Math.min(PARTS, lastDay() + 1);
    }

    int part(int day) {
        return (int) ((long) day * parts() / (lastDay() + 1));
    }

    /** The first day of a part. */
    int start(int part) {
        long days = lastDay() + 1L;
        return (int) ((part * days + parts() - 1) / parts());
    }
}
