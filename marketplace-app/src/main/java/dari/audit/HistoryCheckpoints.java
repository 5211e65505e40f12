package dari.audit;

import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.SigningKey;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs where the chain ends, and hands chain and checkpoints to everybody, without a word of what the rows say. */
@Service
public class HistoryCheckpoints {

    private static final int BATCH = 10_000;

    private final JdbcClient database;
    private final SigningKey key;
    private final Clock clock;

    HistoryCheckpoints(
            JdbcClient database,
            Clock clock,
            @Value("${dari.home}") Path home,
            @Value("${dari.history.key:}") String privateKey,
            @Value("${dari.history.public-key:}") String publicKey) {
        this.database = database;
        this.clock = clock;
        this.key = SigningKey.of(
                home, "keys/history.key", privateKey, publicKey, "DARI_HISTORY_KEY and DARI_HISTORY_PUBLIC_KEY");
    }

    /** Signs the present end of the chain; does nothing when it was signed before, or nothing was sealed yet. */
    @BackgroundWork
    @Transactional
    public void make() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.sql("SELECT position, chain_hash FROM history WHERE position = (SELECT MAX(position) FROM history)"
                        + " AND position > (SELECT COALESCE(MAX(position), 0) FROM history_checkpoint)")
                .query((row, number) -> {
                    byte[] hash = row.getBytes("chain_hash");
                    byte[] message = HistoryCheckpoint.message(row.getLong("position"), hash, now);
                    return database.sql("INSERT INTO history_checkpoint (position, chain_hash, made_at, signature)"
                                    + " VALUES (:position, :hash, :at, :signature)")
                            .param("position", row.getLong("position"))
                            .param("hash", hash)
                            .param("at", Timestamp.from(now))
                            .param("signature", key.sign(message))
                            .update();
                })
                .optional();
    }

    /** The newest first. */
    @Anyone
    @Transactional(readOnly = true)
    public List<HistoryCheckpoint> newest(int page, int size) {
        return database.sql("SELECT * FROM history_checkpoint ORDER BY position DESC LIMIT :size OFFSET :from")
                .param("size", size)
                .param("from", (long) page * size)
                .query(HistoryCheckpoints::checkpoint)
                .list();
    }

    @Anyone
    @Transactional(readOnly = true)
    public long count() {
        return database.sql("SELECT COUNT(*) FROM history_checkpoint")
                .query(Long.class)
                .single();
    }

    /** X.509, Base64. */
    @Anyone
    public String publicKey() {
        return key.publicKey();
    }

    /** Every checkpoint, the oldest first: {@code position,hash,at,signature}. */
    @Anyone
    @Transactional(readOnly = true)
    public void writeCheckpoints(Writer out) throws IOException {
        out.write("position,hash,at,signature\n");
        for (HistoryCheckpoint checkpoint : database.sql("SELECT * FROM history_checkpoint ORDER BY position")
                .query(HistoryCheckpoints::checkpoint)
                .list()) {
            out.write(checkpoint.position() + "," + checkpoint.hash() + "," + checkpoint.at() + ","
                    + checkpoint.signature() + "\n");
        }
    }

    /** The sealed chain, row by row: {@code position,content}, the content as its digest. */
    @Anyone
    @Transactional(readOnly = true)
    public void writeChain(Writer out) throws IOException {
        out.write("position,content\n");
        long after = 0;
        while (true) {
            List<Link> links = database.sql("SELECT position, content_digest FROM history"
                            + " WHERE position > :after ORDER BY position LIMIT :batch")
                    .param("after", after)
                    .param("batch", BATCH)
                    .query((row, number) ->
                            new Link(row.getLong("position"), HexFormat.of().formatHex(row.getBytes("content_digest"))))
                    .list();
            if (links.isEmpty()) {
                return;
            }
            for (Link link : links) {
                out.write(link.position() + "," + link.content() + "\n");
            }
            after = links.get(links.size() - 1).position();
        }
    }

    private record Link(long position, String content) {}

    private static HistoryCheckpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new HistoryCheckpoint(
                row.getLong("position"),
                HexFormat.of().formatHex(row.getBytes("chain_hash")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("signature"));
    }
}
