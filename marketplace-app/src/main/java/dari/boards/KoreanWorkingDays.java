package dari.boards;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Monday to Friday without Korea's public holidays; the lunar ones are reckoned by ICU's Korean calendar. */
final class KoreanWorkingDays implements WorkingDays {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private static final ULocale LUNAR = new ULocale("ko_KR@calendar=dangi");

    private final HolidayProperties known;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    KoreanWorkingDays(HolidayProperties known) {
        this.known = known;
    }

    @Override
    public boolean isWorking(LocalDate day) {
        return !isWeekend(day)
                && !byYear.computeIfAbsent(day.getYear(), this::holidays).contains(day);
    }

    private Set<LocalDate> holidays(int year) {
        LocalDate newYear = lunar(year, 1, 1);
        LocalDate harvest = lunar(year, 8, 15);
        LocalDate buddha = lunar(year, 4, 8);
        Set<LocalDate> days = new HashSet<>(known.single());
        known.fixed().forEach(day -> days.add(day.atYear(year)));
        days.add(buddha);
        for (LocalDate feast : Set.of(newYear, harvest)) {
            days.add(feast.minusDays(1));
            days.add(feast);
            days.add(feast.plusDays(1));
        }
        // the two great feasts are made good for a Sunday only, and for a day they share with another holiday
        for (LocalDate feast : Set.of(newYear, harvest)) {
            for (LocalDate day : Set.of(feast.minusDays(1), feast, feast.plusDays(1))) {
                if (day.getDayOfWeek() == DayOfWeek.SUNDAY || isFixedWeekday(day)) {
                    addFreeDayAfter(feast.plusDays(1), days);
                }
            }
        }
        known.moved().stream()
                .sorted()
                .map(day -> day.atYear(year))
                .filter(KoreanWorkingDays::isWeekend)
                .forEach(day -> addFreeDayAfter(day, days));
        if (isWeekend(buddha) || isFixedWeekday(buddha)) {
            addFreeDayAfter(buddha, days);
        }
        return Set.copyOf(days);
    }

    private boolean isFixedWeekday(LocalDate day) {
        return !isWeekend(day) && known.fixed().contains(MonthDay.from(day));
    }

    private static void addFreeDayAfter(LocalDate last, Set<LocalDate> days) {
        LocalDate day = last.plusDays(1);
        while (isWeekend(day) || days.contains(day)) {
            day = day.plusDays(1);
        }
        days.add(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The day of a month of the lunar year that begins in this year; never the leap month. */
    private static LocalDate lunar(int year, int month, int day) {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone(KOREA.getId()), LUNAR);
        // every lunar year holds the summer of the year in which it begins
        calendar.setTimeInMillis(
                LocalDate.of(year, 7, 1).atStartOfDay(KOREA).toInstant().toEpochMilli());
        calendar.set(Calendar.MONTH, month - 1);
        calendar.set(Calendar.IS_LEAP_MONTH, 0);
        calendar.set(Calendar.DAY_OF_MONTH, day);
        return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), KOREA);
    }
}
