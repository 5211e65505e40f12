package dari.audit;

import dari.kernel.BackgroundWork;
import dari.kernel.WriteConflicts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each history row its place and hash, one sealer at a time, and checks the chain. */
@Service
public class HistoryChain {

    private static final int BATCH = 1000;

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    HistoryChain(JdbcClient database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Seals what is not sealed yet, in the order of writing.
     *
     * @return how many rows were sealed
     */
    @BackgroundWork
    public int seal() {
        return WriteConflicts.settled(() -> Objects.requireNonNull(transactions.execute(status -> sealNext())));
    }

    private int sealNext() {
        // Locking the last sealed row keeps a second sealer out; the unique position is the belt to these braces.
        SealedRow last = database.sql(
                        "SELECT * FROM history WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1 FOR UPDATE")
                .query(HistoryChain::row)
                .optional()
                .orElse(null);
        long position = last == null ? 0 : last.position();
        byte[] hash = last == null || last.chainHash() == null ? ChainHash.START : last.chainHash();
        List<SealedRow> open = database.sql("SELECT * FROM history WHERE position IS NULL ORDER BY id LIMIT :batch")
                .param("batch", BATCH)
                .query(HistoryChain::row)
                .list();
        for (SealedRow row : open) {
            position++;
            byte[] content = ChainHash.ofContent(row);
            hash = ChainHash.after(hash, position, content);
            database.sql("UPDATE history SET position = :position, content_digest = :content, chain_hash = :hash"
                            + " WHERE id = :id")
                    .param("position", position)
                    .param("content", content)
                    .param("hash", hash)
                    .param("id", row.id())
                    .update();
        }
        return open.size();
    }

    /**
     * The first place that is not as it was sealed, or null when every row is. A checkpoint tells when somebody sealed a
     * changed history anew, or cut its end off.
     */
    @BackgroundWork
    @Transactional(readOnly = true)
    public @Nullable Long firstBrokenPosition() {
        Map<Long, byte[]> checkpoints = checkpoints();
        byte[] hash = ChainHash.START;
        long position = 0;
        while (true) {
            List<SealedRow> rows = database.sql(
                            "SELECT * FROM history WHERE position > :after ORDER BY position LIMIT :batch")
                    .param("after", position)
                    .param("batch", BATCH)
                    .query(HistoryChain::row)
                    .list();
            if (rows.isEmpty()) {
                return checkpoints.isEmpty() ? null : Long.valueOf(position + 1);
            }
            for (SealedRow row : rows) {
                position++;
                byte[] content = ChainHash.ofContent(row);
                hash = ChainHash.after(hash, row.position(), content);
                byte[] signed = checkpoints.remove(position);
                if (row.position() != position
                        || !Arrays.equals(content, row.contentDigest())
                        || !Arrays.equals(hash, row.chainHash())
                        || (signed != null && !Arrays.equals(hash, signed))
                        || noteChanged(row)) {
                    return position;
                }
            }
        }
    }

    private Map<Long, byte[]> checkpoints() {
        Map<Long, byte[]> signed = new HashMap<>();
        database.sql("SELECT position, chain_hash FROM history_checkpoint").query(row -> {
            signed.put(row.getLong("position"), row.getBytes("chain_hash"));
        });
        return signed;
    }

    private static boolean noteChanged(SealedRow row) {
        return row.note() != null
                && (row.noteSalt() == null
                        || !Arrays.equals(ChainHash.ofNote(row.noteSalt(), row.note()), row.noteDigest()));
    }

    private static SealedRow row(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("happened_at").toInstant();
        return new SealedRow(
                row.getBytes("id"),
                row.getLong("position"),
                TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano()),
                row.getBytes("actor"),
                row.getBytes("actor_organization"),
                row.getString("system_actor"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getBytes("subject"),
                row.getString("facts"),
                row.getString("note"),
                row.getBytes("note_salt"),
                row.getBytes("note_digest"),
                row.getBytes("content_digest"),
                row.getBytes("chain_hash"));
    }
}
