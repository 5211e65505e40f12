package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerEntry;
import dari.provisioner.privacy.LedgerHead;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What crosses of a ledger: its lines, signed by the hospital, and its head, signed back by the marketplace. */
public final class LedgerDocuments {

    private LedgerDocuments() {}

    /**
     * Lines of one ledger, in order and without gaps.
     *
     * @param ledger hash of the ledger's first line
     * @param entries all lines after the one that the marketplace countersigned last
     */
    public record Lines(String ledger, List<LedgerEntry> entries) {

        public static final String KIND = "dari-ledger-1";

        /** Its name in a carried file. */
        public static final String FILE = "ledger.json";

        public Lines {
            entries = List.copyOf(entries);
        }

        /** What the marketplace signs once it has taken these lines in. */
        public LedgerHead head() {
            LedgerEntry last = entries.get(entries.size() - 1);
            return new LedgerHead(ledger, last.sequence(), last.hash());
        }
    }

    /**
     * Signs the lines after a sequence number.
     *
     * @throws BadInput when there are none
     */
    public static Signed export(Ledger ledger, long after, PrivateKey hospital) {
        LedgerHead head = ledger.verify().head();
        List<LedgerEntry> entries = ledger.entriesAfter(after);
        if (head == null || entries.isEmpty()) {
            throw new BadInput("--after", "leaves no entry to export", "give the last sequence that was handed over");
        }
        return Signed.by(hospital, Lines.KIND, new Lines(head.ledger(), entries));
    }

    /**
     * Checks the signature of a hospital's lines, each line's hash, and that none is missing between them.
     *
     * @param previous the line that was taken in last; the document holds the next one, and may hold that line and earlier ones
     *     too, which carried files repeat; null for none
     * @return the lines after that
     * @throws Refused when the signature, a hash or the order is wrong
     */
    public static Lines verified(Signed document, PublicKey hospital, @Nullable LedgerHead previous) {
        String content = document.verified(hospital, Lines.KIND)
                .orElseThrow(() -> new Refused("the ledger lines are not signed by this hospital's key"));
        Lines lines = Json.parse(content, Lines.class, "ledger lines");
        if (lines.entries().isEmpty()) {
            throw new Refused("there is no line in this document");
        }
        String ledger = previous == null ? lines.entries().get(0).hash() : previous.ledger();
        if (!ledger.equals(lines.ledger())) {
            throw new Refused("these lines are of another ledger");
        }
        List<LedgerEntry> next = after(previous, lines.entries());
        if (next.isEmpty()) {
            throw new Refused("every line of this document was taken in before");
        }
        LedgerEntry.requireChain(
                next, previous == null ? 0 : previous.sequence(), previous == null ? null : previous.hash());
        return new Lines(lines.ledger(), next);
    }

    /** What follows the known line, where a document repeats it exactly; else the document as it is. */
    private static List<LedgerEntry> after(@Nullable LedgerHead previous, List<LedgerEntry> entries) {
        for (int i = 0; previous != null && i < entries.size(); i++) {
            if (entries.get(i).sequence() == previous.sequence()
                    && entries.get(i).hash().equals(previous.hash())) {
                return entries.subList(i + 1, entries.size());
            }
        }
        return entries;
    }

    /**
     * The head in a file that the marketplace signed.
     *
     * @throws Refused when the signature is not of this key
     */
    public static LedgerHead head(Path file, PublicKey marketplace) {
        return head(Json.read(file, Signed.class), marketplace, file.toString());
    }

    /** @param where how the document is named in an error */
    static LedgerHead head(Signed document, PublicKey marketplace, String where) {
        String content = document.verified(marketplace, LedgerHead.KIND)
                .orElseThrow(() -> new Refused(where + ": is no ledger head signed by this key"));
        return Json.parse(content, LedgerHead.class, where);
    }
}
