package dari.boards;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Days on which Korean offices rest, as data: the law changes them, and elections and single days are proclaimed. The
 * usual values follow the rule on public holidays (관공서의 공휴일에 관한 규정) and should be looked at each year.
 *
 * @param fixed days of every year, as {@code --MM-dd}
 * @param moved days among them whose place is taken by a weekday when they fall on a Saturday or Sunday
 * @param single days proclaimed for one year: elections, temporary holidays
 */
@ConfigurationProperties("dari.holidays")
record HolidayProperties(
        @DefaultValue({
            "--01-01", "--03-01", "--05-01", "--05-05", "--06-06", "--07-17", "--08-15", "--10-03", "--10-09", "--12-25"
        })
        Set<MonthDay> fixed,

        @DefaultValue({"--03-01", "--05-05", "--07-17", "--08-15", "--10-03", "--10-09", "--12-25"})
        Set<MonthDay> moved,

        @DefaultValue({}) List<LocalDate> single) {}
