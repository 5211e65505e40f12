package dari.queries;

import dari.provisioner.query.QueryAnswer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query that was asked.
 *
 * @param person who asked
 * @param title under which it is kept for all of the organisation; null when it is not
 * @param refusal why it gave nothing; null when it ran
 * @param taken whether the answer went to the export desk, or to a program
 * @param network prefix of the network from which it was asked; empty where it was not kept
 * @param program whether a program asked, by the person's token
 */
public record QueryLine(
        UUID id,
        String person,
        String text,
        @Nullable String title,
        Instant askedAt,
        int rows,
        long millis,
        QueryAnswer.@Nullable Refusal refusal,
        boolean taken,
        String network,
        boolean program) {

    /** Whether it ran, and its answer was kept from the program that asked. */
    public boolean held() {
        return program && !taken && refusal == null;
    }
}
