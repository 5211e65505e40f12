package dari.incidents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each incident a number that people can say, counted by year. */
@Component
class IncidentNumbers {

    private final JdbcClient database;

    IncidentNumbers(JdbcClient database) {
        this.database = database;
    }

    /** The next number in the present transaction; the year's row stays locked until it ends. */
    String next(int year) {
        database.sql("INSERT INTO incident_number (in_year, last_number) VALUES (:year, 1)"
                        + " ON DUPLICATE KEY UPDATE last_number = last_number + 1")
                .param("year", year)
                .update();
        int number = database.sql("SELECT last_number FROM incident_number WHERE in_year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
        return "I-%d-%04d".formatted(year, number);
    }
}
