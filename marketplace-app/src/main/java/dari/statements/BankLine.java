package dari.statements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bank's file, in won.
 *
 * @param row of the file, from 1
 * @param occurrence which of several lines in the file that are alike in everything, from 1
 * @param balance null where the file has none
 */
record BankLine(
        int row,
        int occurrence,
        LocalDateTime moment,
        long in,
        long out,
        @Nullable Long balance,
        String payer,
        String memo) {

    /** The same for the same line in whatever file and layout of one bank it comes again. */
    byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((alike() + "|" + occurrence).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String alike() {
        return String.join(
                "|",
                moment.toString(),
                Long.toString(in),
                Long.toString(out),
                String.valueOf(balance),
                payer.replaceAll("\\s", ""),
                memo.replaceAll("\\s", ""));
    }

    BankLine withOccurrence(int which) {
        return new BankLine(row, which, moment, in, out, balance, payer, memo);
    }
}
