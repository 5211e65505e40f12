package dari.admin.figures;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the desk's tables for figures: numbers and times, never a text that somebody wrote. */
@Component
class FigureTables {

    private static final int ID_BYTES = 16;

    private final JdbcClient database;

    FigureTables(JdbcClient database) {
        this.database = database;
    }

    /** Of one reviewer. */
    record Load(UUID reviewer, int open, int submitted, int conflicted) {}

    /** @param call null for all calls */
    List<Milestones> milestones(@Nullable UUID call) {
        return database.sql("SELECT a.id, a.startup, a.hospital, a.created_at, a.submitted_at, a.decided_at, a.status,"
                        + " c.least_reviews, MIN(r.invited_at) AS invited, MAX(r.submitted_at) AS reviewed,"
                        + " COUNT(r.submitted_at) AS reviews"
                        + " FROM application a JOIN program_call c ON c.id = a.program_call"
                        + " LEFT JOIN review r ON r.application = a.id"
                        + where(call, "a.program_call")
                        + " GROUP BY a.id, a.startup, a.hospital, a.created_at, a.submitted_at, a.decided_at, a.status,"
                        + " c.least_reviews ORDER BY a.id")
                .param("call", bytes(call))
                .query(FigureTables::milestone)
                .list();
    }

    long applications(@Nullable UUID call) {
        return database.sql("SELECT COUNT(*) FROM application a" + where(call, "a.program_call"))
                .param("call", bytes(call))
                .query(Long.class)
                .single();
    }

    boolean isAnyIn(@Nullable UUID call, Set<UUID> applications) {
        return !applications.isEmpty()
                && database.sql("SELECT COUNT(*) FROM application a" + where(call, "a.program_call")
                                        + " AND a.id IN (:ids)")
                                .param("call", bytes(call))
                                .param(
                                        "ids",
                                        applications.stream()
                                                .map(FigureTables::bytes)
                                                .toList())
                                .query(Long.class)
                                .single()
                        > 0;
    }

    List<Load> loads(@Nullable UUID call) {
        return database.sql("SELECT r.reviewer, SUM(r.status IN ('INVITED', 'ACCEPTED', 'DRAFT')) AS still_open,"
                        + " SUM(r.status = 'SUBMITTED') AS handed_in, SUM(r.status = 'CONFLICTED') AS conflicted"
                        + " FROM review r JOIN application a ON a.id = r.application"
                        + where(call, "a.program_call")
                        + " GROUP BY r.reviewer ORDER BY handed_in DESC, still_open DESC, r.reviewer")
                .param("call", bytes(call))
                .query((row, number) -> new Load(
                        id(row.getBytes("reviewer")),
                        row.getInt("still_open"),
                        row.getInt("handed_in"),
                        row.getInt("conflicted")))
                .list();
    }

    /** Won of every call that was opened, or of one. */
    long budget(@Nullable UUID call) {
        return database.sql("SELECT COALESCE(SUM(budget_won), 0) FROM program_call c"
                        + (call == null ? " WHERE c.opened_at IS NOT NULL OR :call IS NOT NULL" : where(call, "c.id")))
                .param("call", bytes(call))
                .query(Long.class)
                .single();
    }

    private static Milestones milestone(ResultSet row, int number) throws SQLException {
        return new Milestones(
                id(row.getBytes("id")),
                id(row.getBytes("startup")),
                id(row.getBytes("hospital")),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "submitted_at"),
                instant(row, "invited"),
                instant(row, "reviewed"),
                row.getInt("reviews") >= row.getInt("least_reviews"),
                instant(row, "decided_at"),
                row.getString("status").startsWith("APPROVED"));
    }

    private static String where(@Nullable UUID call, String column) {
        // the parameter stands in both forms, so that it is always used
        return call == null ? " WHERE :call IS NULL" : " WHERE " + column + " = :call";
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static byte @Nullable [] bytes(@Nullable UUID id) {
        return id == null
                ? null
                : ByteBuffer.allocate(ID_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
    }

    static UUID id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
