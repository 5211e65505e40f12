package dari.provisioner.privacy;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.LedgerChain.AccountName;
import dari.provisioner.privacy.LedgerEntry.Act;
import dari.provisioner.privacy.LedgerEntry.Draft;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hospital's book of privacy spent, per dataset and population across all jobs: an append-only file of JSON lines, chained by
 * hashes. docs/privacy-ledger.md says what it means and how it fails.
 */
public final class Ledger {

    /** How long to wait for another process by default. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A δ above this lets one person in a thousand be published outright. */
    private static final BigDecimal MAX_DELTA = new BigDecimal("0.001");

    private static final int MAX_TEXT = 300;

    private final LedgerFile file;
    private final Path headFile;

    private Ledger(LedgerFile file) {
        this.file = file;
        this.headFile = file.path().resolveSibling(file.path().getFileName() + ".head");
    }

    /** The ledger in this file; the file is looked at by the first call, and made by {@link #openAccount}. */
    public static Ledger open(Path path, Clock clock) {
        return open(path, clock, PATIENCE);
    }

    /** @param patience how long to wait for another process that holds the file */
    public static Ledger open(Path path, Clock clock, Duration patience) {
        return new Ledger(new LedgerFile(path, clock, patience, LedgerFile.REAL));
    }

    static Ledger on(LedgerFile file) {
        return new Ledger(file);
    }

    /**
     * The budget of a dataset and population.
     *
     * @throws BadInput when it was not opened
     * @throws Refused when the chain is broken or the ledger is behind the countersigned head
     */
    public LedgerAccount account(String dataset, String population) {
        AccountName name = new AccountName(dataset, population);
        state(name);
        return new LedgerAccount(this, name);
    }

    /**
     * Sets the limit of an account, once.
     *
     * @throws Refused when it is open already: only {@link #raise} changes a limit
     */
    public AccountState openAccount(
            String dataset, String population, BigDecimal epsilon, BigDecimal delta, String why, String by) {
        AccountName name = new AccountName(text("--dataset", dataset), text("--population", population));
        BigDecimal limit = limit(epsilon, delta);
        file.append(true, chain -> {
            requireUpToDate(chain);
            if (chain.accounts().containsKey(name)) {
                throw new Refused(name + " is open already; only 'ledger raise' changes a limit");
            }
            return new Draft(
                    Act.OPEN,
                    name.dataset(),
                    name.population(),
                    limit,
                    epsilon,
                    delta,
                    text("--why", why),
                    text("--by", by),
                    null);
        });
        return state(name);
    }

    /**
     * Sets a higher limit and keeps who did it and why.
     *
     * @param delta null keeps the account's
     */
    public AccountState raise(
            String dataset, String population, BigDecimal epsilon, @Nullable BigDecimal delta, String why, String by) {
        AccountName name = new AccountName(dataset, population);
        file.append(false, chain -> {
            requireUpToDate(chain);
            AccountState state = state(chain, name);
            BigDecimal newDelta = delta == null ? state.delta() : delta;
            BigDecimal limit = limit(epsilon, newDelta);
            if (Rho.of(limit).compareTo(state.limit()) <= 0) {
                throw new BadInput(
                        "--epsilon",
                        "does not raise the limit of " + state.epsilon().toPlainString(),
                        "give a larger one; a limit is never lowered");
            }
            return new Draft(
                    Act.RAISE,
                    name.dataset(),
                    name.population(),
                    limit,
                    epsilon,
                    newDelta,
                    text("--reason", why),
                    text("--by", by),
                    null);
        });
        return state(name);
    }

    void spend(AccountName name, Rho amount, String what) {
        BigDecimal rounded = amount.toDecimal();
        if (rounded.signum() == 0) {
            throw new IllegalArgumentException("an answer that costs nothing needs no ledger");
        }
        file.append(false, chain -> {
            requireUpToDate(chain);
            AccountState state = state(chain, name);
            if (Rho.of(rounded).compareTo(state.remaining()) > 0) {
                throw new BudgetExhausted(
                        "privacy budget exhausted: " + name + " has " + state.remaining() + " left of " + state.limit()
                                + ", needed is " + amount,
                        state.remaining());
            }
            return new Draft(
                    Act.SPEND,
                    name.dataset(),
                    name.population(),
                    rounded,
                    null,
                    null,
                    text("what is paid for", what),
                    "provisioner",
                    null);
        });
    }

    /** Every account, in the order of opening. */
    public List<AccountState> accounts() {
        return List.copyOf(checked().accounts().values());
    }

    /**
     * What a chain of lines adds up to, in the order of opening; for whoever has only the lines.
     *
     * @param entries all lines from the first on, their hashes checked
     * @throws Refused when no ledger could hold them: a spend without an account, a limit without ε, an amount below zero
     */
    public static List<AccountState> accountsOf(List<LedgerEntry> entries) {
        try {
            return List.copyOf(LedgerChain.accounts(entries, "ledger lines").values());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new Refused("ledger lines: " + e.getMessage());
        }
    }

    AccountState state(AccountName name) {
        return state(checked(), name);
    }

    /** All written lines after a sequence number, for the marketplace; not the one that will mend a torn last line. */
    public List<LedgerEntry> entriesAfter(long sequence) {
        LedgerChain chain = checked();
        // the line that will mend a torn one gets its time, and so its hash, when it is written
        int written = chain.entries().size() - (chain.tornBytes() > 0 ? 1 : 0);
        return chain.entries().stream()
                .limit(written)
                .filter(e -> e.sequence() > sequence)
                .toList();
    }

    /**
     * What {@link #verify} found.
     *
     * @param entries lines of the chain
     * @param head null when the ledger is empty
     * @param tornBytes length of a last line that a crash tore, 0 when there is none; the next entry mends it
     */
    public record Checked(int entries, @Nullable LedgerHead head, int tornBytes) {}

    /** @throws Refused when the chain is broken or the ledger is behind the countersigned head */
    public Checked verify() {
        LedgerChain chain = checked();
        return new Checked(chain.entries().size(), head(chain), chain.tornBytes());
    }

    /**
     * Takes the marketplace's word of how far this ledger went, and keeps it beside the ledger for every later call. The caller
     * has checked the signature.
     *
     * @throws Refused when the ledger does not hold that line: it was restored from an older copy, or is another one
     */
    public void requireHead(LedgerHead head) {
        LedgerChain chain = checked();
        requireContains(chain, head);
        LedgerHead kept = knownHead();
        if (kept == null || kept.sequence() < head.sequence()) {
            Path next = headFile.resolveSibling(headFile.getFileName() + ".part");
            Json.write(next, head);
            try {
                Files.move(next, headFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new SurroundingsFailed("cannot write " + headFile, e);
            }
        }
    }

    private LedgerChain checked() {
        LedgerChain chain = file.read();
        requireUpToDate(chain);
        return chain;
    }

    private void requireUpToDate(LedgerChain chain) {
        LedgerHead kept = knownHead();
        if (kept != null) {
            requireContains(chain, kept);
        }
    }

    /** The countersigned head that is kept beside the ledger; null when none ever came. */
    public @Nullable LedgerHead knownHead() {
        return Files.exists(headFile) ? Json.read(headFile, LedgerHead.class) : null;
    }

    private void requireContains(LedgerChain chain, LedgerHead head) {
        List<LedgerEntry> entries = chain.entries();
        String where = file.path().toString();
        if (head.sequence() < 1 || head.sequence() > entries.size()) {
            throw new Refused(where + ": ends at entry " + entries.size() + ", but the marketplace countersigned entry "
                    + head.sequence() + "; it was restored from an older copy");
        }
        LedgerEntry entry = entries.get((int) head.sequence() - 1);
        if (!entry.hash().equals(head.hash()) || !entries.get(0).hash().equals(head.ledger())) {
            throw new Refused(where + ": entry " + head.sequence()
                    + " is not the one that the marketplace countersigned; this is another ledger or a changed copy");
        }
    }

    private static @Nullable LedgerHead head(LedgerChain chain) {
        LedgerEntry last = chain.last();
        return last == null ? null : new LedgerHead(chain.entries().get(0).hash(), last.sequence(), last.hash());
    }

    private AccountState state(LedgerChain chain, AccountName name) {
        AccountState state = chain.accounts().get(name);
        if (state == null) {
            throw new BadInput(
                    file.path().toString(),
                    "has no account for " + name,
                    "open it once with: ledger --ledger FILE open --dataset ID --population ID --epsilon E --delta D");
        }
        return state;
    }

    private static BigDecimal limit(BigDecimal epsilon, BigDecimal delta) {
        if (!ZcdpConversion.isPromise(epsilon)) {
            throw new BadInput(
                    "--epsilon",
                    "must lie above 0 and be at most " + ZcdpConversion.MAX_EPSILON,
                    "1 is usual; above 10 the promise is weak");
        }
        if (delta.compareTo(ZcdpConversion.MIN_DELTA) < 0 || delta.compareTo(MAX_DELTA) > 0) {
            throw new BadInput(
                    "--delta",
                    "must lie above 0 and be at most " + MAX_DELTA,
                    "take one far below 1/persons, such as 1e-9");
        }
        BigDecimal rho = Rho.forEpsilonDelta(epsilon, delta).toDecimal();
        if (rho.signum() == 0) {
            throw new BadInput("--epsilon", "is too small for any answer", "give at least 1e-6");
        }
        return rho;
    }

    private static String text(String where, String given) {
        if (given.isBlank() || given.length() > MAX_TEXT || given.chars().anyMatch(Character::isISOControl)) {
            throw new BadInput(
                    where,
                    "is empty, longer than " + MAX_TEXT + " characters or has control characters",
                    "say it in one line");
        }
        return given;
    }
}
