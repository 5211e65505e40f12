package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.agent.LedgerDocuments;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.AccountState;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerHead;
import dari.provisioner.release.SigningKeys;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "ledger",
        description = "The book of privacy spent, per dataset and population: open, show, raise, verify, export.",
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Runnable {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--ledger", required = true, description = "The ledger's file.")
    private Path file = Path.of("");

    @Option(names = "--wait", description = "Seconds to wait for another process (default ${DEFAULT-VALUE}).")
    private int waitSeconds = (int) Ledger.PATIENCE.toSeconds();

    @Option(names = "--head", description = "The marketplace's signed head: refused when the ledger is behind it.")
    private @Nullable Path head;

    @Option(names = "--head-key", description = "The marketplace's Ed25519 public key, PEM; goes with --head.")
    private @Nullable Path headKey;

    LedgerCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "ledger needs one of open, show, verify, raise, export");
        }
    }

    /** Which account. */
    static final class Account {

        @Option(names = "--dataset", required = true, description = "The dataset's id.")
        private String dataset = "";

        @Option(names = "--population", required = true, description = "The population's id.")
        private String population = "";
    }

    @Command(name = "open", description = "Sets the limit of a dataset and population, once; makes the file.")
    int open(
            @Mixin Account account,
            @Option(
                            names = "--epsilon",
                            converter = Decimal.class,
                            required = true,
                            description = "Limit, together with --delta.")
                    BigDecimal epsilon,
            @Option(
                            names = "--delta",
                            converter = Decimal.class,
                            required = true,
                            description = "Far below 1/persons, such as 1e-9.")
                    BigDecimal delta,
            @Option(names = "--by", defaultValue = "steward", description = "Who decides.") String by) {
        Ledger ledger = ledger(Files.exists(file));
        AccountState state =
                ledger.openAccount(account.dataset, account.population, epsilon, delta, "limit decided", by);
        print(state);
        return ExitCode.DONE.number();
    }

    @Command(name = "raise", description = "Sets a higher limit; who and why are written down for good.")
    int raise(
            @Mixin Account account,
            @Option(
                            names = "--epsilon",
                            converter = Decimal.class,
                            required = true,
                            description = "The new limit, more than the old one.")
                    BigDecimal epsilon,
            @Option(names = "--delta", converter = Decimal.class, description = "The account's own when left out.")
                    @Nullable
                    BigDecimal delta,
            @Option(names = "--reason", required = true, description = "Why, for example the board's decision.")
                    String reason,
            @Option(names = "--by", required = true, description = "Who decides.") String by) {
        print(ledger(true).raise(account.dataset, account.population, epsilon, delta, reason, by));
        return ExitCode.DONE.number();
    }

    @Command(name = "show", description = "Says what was spent and what is left of every account.")
    int show(@Option(names = "--json", description = "As JSON.") boolean json) {
        List<AccountState> accounts = ledger(true).accounts();
        if (json) {
            console.out().print(Json.text(accounts.stream().map(Standing::of).toList()));
        } else {
            accounts.forEach(this::print);
        }
        return ExitCode.DONE.number();
    }

    @Command(name = "verify", description = "Checks every line: exit 3 when one was changed, added, removed or moved.")
    int verify() {
        Ledger.Checked checked = ledger(true).verify();
        LedgerHead last = checked.head();
        console.out()
                .println(file + ": " + checked.entries() + " entries, the chain holds"
                        + (last == null ? "" : ", head " + last.sequence() + " " + last.hash()));
        if (checked.tornBytes() > 0) {
            console.out()
                    .println("a crash tore the last line (" + checked.tornBytes()
                            + " bytes); counted as its readable part says, mended by the next entry");
        }
        if (head == null) {
            console.out().println("without --head an older copy of the whole file cannot be told from this one");
        }
        return ExitCode.DONE.number();
    }

    @Command(name = "export", description = "Signs the entries for the marketplace.")
    int export(
            @Option(names = "--out", required = true, description = "File to write.") Path out,
            @Option(names = "--signing-key", required = true, description = "The hospital's Ed25519 key, PKCS#8 PEM.")
                    Path signingKey,
            @Option(names = "--after", defaultValue = "0", description = "Sequence of the last entry handed over.")
                    long after) {
        Json.write(out, LedgerDocuments.export(ledger(true), after, SigningKeys.readPrivate(signingKey)));
        console.out().println("entries written to " + out);
        return ExitCode.DONE.number();
    }

    private Ledger ledger(boolean existing) {
        if (waitSeconds < 0) {
            throw new BadInput("--wait", "is negative", "give seconds");
        }
        Ledger ledger = Ledger.open(file, console.clock(), Duration.ofSeconds(waitSeconds));
        if (existing) {
            requireHead(ledger);
        }
        return ledger;
    }

    private void requireHead(Ledger ledger) {
        Path signed = head;
        Path key = headKey;
        if ((signed == null) != (key == null)) {
            throw new BadInput("--head", "needs --head-key, and the other way round", "give both or none");
        }
        if (signed != null && key != null) {
            ledger.requireHead(LedgerDocuments.head(signed, SigningKeys.readPublic(key)));
        }
    }

    private void print(AccountState state) {
        Standing standing = Standing.of(state);
        console.out()
                .println(standing.dataset + " / " + standing.population + ": limit epsilon " + standing.epsilon
                        + " at delta " + standing.delta + " (rho " + standing.limitRho + "); spent epsilon "
                        + standing.epsilonSpent + " (rho " + standing.spentRho + ") in " + standing.spends
                        + " spends; left rho " + standing.leftRho);
    }

    /** An account as it is printed; amounts are plain decimals. */
    record Standing(
            String dataset,
            String population,
            String epsilon,
            String delta,
            String limitRho,
            String spentRho,
            String leftRho,
            String epsilonSpent,
            int spends) {

        static Standing of(AccountState state) {
            return new Standing(
                    state.dataset(),
                    state.population(),
                    plain(state.epsilon()),
                    state.delta().toString(),
                    plain(state.limit().toDecimal()),
                    plain(state.spent().toDecimal()),
                    plain(state.remaining().toDecimal()),
                    plain(state.epsilonSpent()),
                    state.spends());
        }

        private static String plain(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }
}
