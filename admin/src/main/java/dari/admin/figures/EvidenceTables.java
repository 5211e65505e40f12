package dari.admin.figures;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the desk's tables hold about a call, a batch at a time. */
@Component
class EvidenceTables {

    private static final int BATCH = 200;
    private static final byte[] FIRST = new byte[16];

    private final JdbcClient database;

    EvidenceTables(JdbcClient database) {
        this.database = database;
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Rows<T> {

        void take(T row) throws IOException;
    }

    record ApplicationRow(
            UUID id,
            UUID startup,
            UUID hospital,
            String status,
            @Nullable String snapshot,
            @Nullable String snapshotSha256,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy,
            @Nullable String reason,
            @Nullable String conditions) {}

    record ReviewRow(
            UUID id,
            UUID application,
            UUID reviewer,
            String status,
            String scores,
            @Nullable String comment,
            Instant invitedAt,
            String due,
            @Nullable Instant submittedAt) {}

    record CohortRow(
            UUID id,
            String status,
            String optimal,
            String plan,
            @Nullable String instance,
            @Nullable String certificate,
            @Nullable String seed) {}

    /** Every application of the call that was ever handed in. */
    List<UUID> submitted(UUID call) {
        return database.sql(
                        "SELECT id FROM application WHERE program_call = :call AND submitted_at IS NOT NULL ORDER BY id")
                .param("call", FigureTables.bytes(call))
                .query((row, number) -> FigureTables.id(row.getBytes("id")))
                .list();
    }

    List<UUID> cohorts(UUID call) {
        return database.sql("SELECT id FROM cohort WHERE program_call = :call ORDER BY id")
                .param("call", FigureTables.bytes(call))
                .query((row, number) -> FigureTables.id(row.getBytes("id")))
                .list();
    }

    void applications(UUID call, Rows<ApplicationRow> rows) throws IOException {
        each(
                "SELECT * FROM application WHERE program_call = :call AND submitted_at IS NOT NULL AND id > :after"
                        + " ORDER BY id LIMIT :batch",
                call,
                (row, number) -> new ApplicationRow(
                        FigureTables.id(row.getBytes("id")),
                        FigureTables.id(row.getBytes("startup")),
                        FigureTables.id(row.getBytes("hospital")),
                        row.getString("status"),
                        row.getString("snapshot"),
                        hexOrNull(row, "snapshot_hash"),
                        instant(row, "submitted_at"),
                        instant(row, "decided_at"),
                        idOrNull(row, "decided_by"),
                        row.getString("reason"),
                        row.getString("conditions")),
                ApplicationRow::id,
                rows);
    }

    void reviews(UUID call, Rows<ReviewRow> rows) throws IOException {
        each(
                "SELECT r.* FROM review r JOIN application a ON a.id = r.application WHERE a.program_call = :call"
                        + " AND r.id > :after ORDER BY r.id LIMIT :batch",
                call,
                (row, number) -> new ReviewRow(
                        FigureTables.id(row.getBytes("id")),
                        FigureTables.id(row.getBytes("application")),
                        FigureTables.id(row.getBytes("reviewer")),
                        row.getString("status"),
                        row.getString("scores"),
                        row.getString("comment"),
                        row.getTimestamp("invited_at").toInstant(),
                        row.getString("due"),
                        instant(row, "submitted_at")),
                ReviewRow::id,
                rows);
    }

    void cohorts(UUID call, Rows<CohortRow> rows) throws IOException {
        each(
                "SELECT * FROM cohort WHERE program_call = :call AND id > :after ORDER BY id LIMIT :batch",
                call,
                (row, number) -> new CohortRow(
                        FigureTables.id(row.getBytes("id")),
                        row.getString("status"),
                        row.getString("optimal"),
                        row.getString("plan"),
                        row.getString("instance"),
                        row.getString("certificate"),
                        // before the run the seed is nobody's to know
                        row.getString("instance") == null ? null : row.getString("seed") + ":" + row.getString("salt")),
                CohortRow::id,
                rows);
    }

    /**
     * Any rows of a call.
     *
     * @param sql with the columns {@code id} first, and the parameters {@code call}, {@code after} and {@code batch}
     */
    void rows(UUID call, String sql, Rows<Map<String, @Nullable Object>> rows) throws IOException {
        each(
                sql,
                call,
                new ColumnMapRowMapper(),
                row -> FigureTables.id((byte[]) Objects.requireNonNull(row.get("id"))),
                rows);
    }

    private <T> void each(String sql, UUID call, RowMapper<T> mapper, Function<T, UUID> id, Rows<T> rows)
            throws IOException {
        byte[] after = FIRST;
        List<T> batch;
        do {
            batch = database.sql(sql)
                    .param("call", FigureTables.bytes(call))
                    .param("after", after)
                    .param("batch", BATCH)
                    .query(mapper)
                    .list();
            for (T row : batch) {
                rows.take(row);
                after = Objects.requireNonNull(FigureTables.bytes(id.apply(row)));
            }
        } while (batch.size() == BATCH);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String hexOrNull(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : FigureTables.id(bytes);
    }
}
