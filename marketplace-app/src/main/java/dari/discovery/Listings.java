package dari.discovery;

import dari.kernel.IdBytes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how often the offers of each hospital stand on the first page of a search, so that attention can be spread. */
@Component
class Listings {

    private static final Logger log = LoggerFactory.getLogger(Listings.class);

    /** Attention of before is forgotten. */
    private static final int DAYS = 30;

    private final JdbcClient database;
    private final Clock clock;

    Listings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * How often each hospital was listed in the last 30 days, by its id. Today is left out: the order stays as it is while
     * somebody turns pages.
     */
    Map<String, Long> untilYesterday() {
        LocalDate today = LocalDate.now(clock);
        return database
                .sql("SELECT hospital, SUM(times) AS listed FROM offer_listing"
                        + " WHERE listed_on >= :first AND listed_on < :today GROUP BY hospital")
                .param("first", today.minusDays(DAYS))
                .param("today", today)
                .query((row, number) ->
                        Map.entry(IdBytes.toId(row.getBytes("hospital")).toString(), row.getLong("listed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Counts a page that is shown, at once. A count that fails is lost, and the page is shown all the same. */
    void count(List<MatchCard> page) {
        if (page.isEmpty()) {
            return;
        }
        // in the same order everywhere: two pages that are counted at a time do not wait for each other
        SortedMap<UUID, Long> times = page.stream()
                .collect(Collectors.groupingBy(
                        card -> card.offer().hospital().id().value(), TreeMap::new, Collectors.counting()));
        LocalDate today = LocalDate.now(clock);
        List<Object> values = times.entrySet().stream()
                .flatMap(of -> Stream.<Object>of(IdBytes.of(of.getKey()), today, of.getValue()))
                .toList();
        try {
            database.sql("INSERT INTO offer_listing (hospital, listed_on, times) VALUES "
                            + String.join(", ", Collections.nCopies(times.size(), "(?, ?, ?)"))
                            + " ON DUPLICATE KEY UPDATE times = times + VALUES(times)")
                    .params(values)
                    .update();
        } catch (DataAccessException e) {
            log.warn("listings of a page were not counted", e);
        }
    }
}
