package dari.provisioner.privacy;

import dari.provisioner.Refused;
import dari.provisioner.privacy.LedgerEntry.Act;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a ledger say. Every line is checked against the one before. A last line that a crash tore is no fault: what
 * was not written to its end was not acknowledged, so no answer was drawn for it; it counts as spent all the same when its amount
 * is legible. Anything else that does not fit is a fault.
 */
final class LedgerChain {

    private final List<LedgerEntry> entries;
    private final Map<AccountName, AccountState> accounts;

    /** Bytes to write before the next line: the line feed that is missing, and the line that mends a torn one. */
    private final byte[] pending;

    private final int tornBytes;

    /** Names an account. */
    record AccountName(String dataset, String population) {
        @Override
        public String toString() {
            return "dataset '" + dataset + "', population '" + population + "'";
        }
    }

    private LedgerChain(List<LedgerEntry> entries, byte[] pending, int tornBytes, String where) {
        this.entries = Collections.unmodifiableList(entries);
        this.pending = pending;
        this.tornBytes = tornBytes;
        this.accounts = accounts(entries, where);
    }

    /**
     * @param where how the file is named in a refusal
     * @param now when a torn line is mended
     * @throws Refused when a line was changed, added, removed or moved
     */
    static LedgerChain read(byte[] bytes, String where, Instant now) {
        List<LedgerEntry> entries = new ArrayList<>();
        int good = 0; // bytes up to the end of the last good line
        int start = 0;
        int number = 0;
        boolean endsOpen = false;
        while (start < bytes.length) {
            int end = endOfLine(bytes, start);
            number++;
            String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            Optional<LedgerEntry> entry = LedgerEntry.parse(line);
            byte[] torn = Arrays.copyOfRange(bytes, good, start);
            if (entry.isPresent()) {
                LedgerEntry next = entry.get();
                if (!follows(next, last(entries)) || !mends(next, torn)) {
                    throw broken(where, number);
                }
                entries.add(next);
                endsOpen = end == bytes.length;
                good = Math.min(end + 1, bytes.length);
            } else if (line.endsWith("}")) {
                // only a whole line ends so: it was written to its end and changed later
                throw broken(where, number);
            }
            start = end + 1;
        }
        return withPending(entries, Arrays.copyOfRange(bytes, good, bytes.length), endsOpen, where, now);
    }

    private static LedgerChain withPending(
            List<LedgerEntry> entries, byte[] torn, boolean endsOpen, String where, Instant now) {
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        if (torn.length > 0) {
            // behind a line feed of its own: nothing that was ever written is overwritten
            byte[] covered = Arrays.copyOf(torn, torn.length + 1);
            covered[torn.length] = '\n';
            LedgerEntry mend = LedgerEntry.mending(covered).after(last(entries), now);
            entries.add(mend);
            pending.write('\n');
            pending.writeBytes((mend.line() + "\n").getBytes(StandardCharsets.UTF_8));
        } else if (endsOpen) {
            pending.write('\n');
        }
        return new LedgerChain(entries, pending.toByteArray(), torn.length, where);
    }

    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean follows(LedgerEntry next, @Nullable LedgerEntry last) {
        return last == null
                ? next.sequence() == 1 && next.previous().equals(LedgerEntry.NOTHING_BEFORE)
                : next.sequence() == last.sequence() + 1 && next.previous().equals(last.hash());
    }

    private static boolean mends(LedgerEntry next, byte[] torn) {
        return torn.length == 0
                ? next.act() != Act.MEND
                : next.act() == Act.MEND && dari.provisioner.Sha256.hex(torn).equals(next.torn());
    }

    static Map<AccountName, AccountState> accounts(List<LedgerEntry> entries, String where) {
        Map<AccountName, AccountState> states = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            AccountName name = new AccountName(entry.dataset(), entry.population());
            AccountState before = states.get(name);
            boolean opens = entry.act() == Act.OPEN;
            if (opens == (before == null)) {
                states.put(name, opens ? AccountState.opened(entry) : before(before, entry));
            } else if (entry.act() != Act.MEND) {
                throw new Refused(where + ": entry " + entry.sequence()
                        + (opens ? " opens an account again" : " has no account"));
            }
        }
        return states;
    }

    private static AccountState before(@Nullable AccountState state, LedgerEntry entry) {
        if (state == null) {
            throw new IllegalStateException("an entry without account was let through");
        }
        return state.after(entry);
    }

    private static Refused broken(String where, int line) {
        return new Refused(
                where + ":" + line + ": the chain is broken here; a line was changed, added, removed or moved");
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    Map<AccountName, AccountState> accounts() {
        return Collections.unmodifiableMap(accounts);
    }

    byte[] pending() {
        return pending.clone();
    }

    /** Bytes of a torn last line, 0 when there is none. */
    int tornBytes() {
        return tornBytes;
    }

    /** Null when the ledger is empty. */
    @Nullable
    LedgerEntry last() {
        return last(entries);
    }

    private static @Nullable LedgerEntry last(List<LedgerEntry> entries) {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }
}
