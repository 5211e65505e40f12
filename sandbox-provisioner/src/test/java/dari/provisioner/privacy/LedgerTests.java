package dari.provisioner.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal DELTA = new BigDecimal("1e-9");
    private static final Rho LIMIT = Rho.forEpsilonDelta(ONE, DELTA);

    @TempDir
    private Path folder;

    private Path path = Path.of("");
    private Ledger ledger = Ledger.open(path, CLOCK);

    @BeforeEach
    void open() {
        path = folder.resolve("ledger.jsonl");
        ledger = Ledger.open(path, CLOCK);
        ledger.openAccount("성인-2026 {\"}", "all", ONE, DELTA, "first year", "steward");
    }

    private LedgerAccount account() {
        return ledger.account("성인-2026 {\"}", "all");
    }

    @Test
    void spendsUntilNothingIsLeftAndRefusesFromThenOn() {
        account().spend(LIMIT.times(1, 2), "job 1");
        account().spend(account().remaining(), "job 2");
        assertThat(account().remaining()).isEqualTo(Rho.ZERO);
        assertThatThrownBy(() -> account().spend(Rho.of(1, 1_000_000), "job 3"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("exhausted");
        assertThat(account().state().spends()).isEqualTo(2);
        assertThat(account().state().epsilonSpent()).isEqualByComparingTo(ONE);
    }

    @Test
    void countsWhatWasReservedAlsoWhenTheJobFailed() {
        Budget job = account().reserve(LIMIT.times(1, 4), "job 1");
        job.spend(LIMIT.times(1, 8), "ages");
        assertThat(job.remaining()).isEqualTo(LIMIT.times(1, 8));
        // the job dies here; a second try pays again
        account().reserve(LIMIT.times(1, 4), "job 1");
        assertThat(account().state().spent().toDouble()).isGreaterThanOrEqualTo(LIMIT.toDouble() / 2);
        assertThatThrownBy(() -> account().reserve(LIMIT, "job 2")).isInstanceOf(Refused.class);
    }

    @Test
    void keepsAccountsApart() {
        ledger.openAccount("other", "all", ONE, DELTA, "x", "steward");
        account().spend(LIMIT, "job");
        assertThat(ledger.account("other", "all").remaining()).isEqualTo(LIMIT);
        assertThatThrownBy(() -> ledger.account("other", "women")).isInstanceOf(BadInput.class);
    }

    @Test
    void setsALimitOnceAndRaisesItByARecordedAct() {
        assertThatThrownBy(() -> ledger.openAccount("성인-2026 {\"}", "all", new BigDecimal(9), DELTA, "x", "y"))
                .isInstanceOf(Refused.class);
        account().spend(LIMIT, "job");
        assertThatThrownBy(() -> ledger.raise("성인-2026 {\"}", "all", ONE, null, "x", "y"))
                .isInstanceOf(BadInput.class);
        AccountState raised = ledger.raise("성인-2026 {\"}", "all", new BigDecimal(2), null, "DRB decision 7", "Kim");
        assertThat(raised.limit()).isEqualTo(Rho.forEpsilonDelta(new BigDecimal(2), DELTA));
        assertThat(raised.spent()).isEqualTo(LIMIT);
        LedgerEntry entry = ledger.entriesAfter(2).get(0);
        assertThat(entry.act()).isEqualTo(LedgerEntry.Act.RAISE);
        assertThat(entry.why() + entry.by()).isEqualTo("DRB decision 7Kim");
    }

    @ParameterizedTest
    @CsvSource({"0,1e-9", "-1,1e-9", "1001,1e-9", "1,0", "1,0.01", "1e-12,1e-12"})
    void refusesLimitsThatPromiseNothing(BigDecimal epsilon, BigDecimal delta) {
        assertThatThrownBy(() -> ledger.openAccount("d", "p", epsilon, delta, "x", "y"))
                .isInstanceOf(BadInput.class);
        assertThat(ledger.accounts()).hasSize(1);
    }

    @Test
    void findsEveryChangeOfEveryLine() throws IOException {
        account().spend(LIMIT.times(1, 3), "job 1");
        account().spend(LIMIT.times(1, 3), "job 2");
        byte[] bytes = Files.readAllBytes(path);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            if (i < bytes.length - 2) {
                assertThatThrownBy(() -> LedgerChain.read(changed, "ledger", CLOCK.instant()))
                        .as("byte " + i)
                        .isInstanceOf(Refused.class);
            } else {
                // without its end the last line passes for torn: it counts all the same
                Files.write(path, changed);
                assertThat(account().state().spends()).isEqualTo(2);
            }
        }
        Files.write(path, bytes);
        List<String> lines = Files.readAllLines(path);
        Files.write(path, List.of(lines.get(0), lines.get(2)));
        assertThatThrownBy(() -> ledger.verify()).hasMessageContaining("ledger.jsonl:2");
        Files.write(path, List.of(lines.get(1), lines.get(2)));
        assertThatThrownBy(() -> ledger.verify()).hasMessageContaining("ledger.jsonl:1");
        Files.write(path, List.of(lines.get(0), lines.get(1), lines.get(1)));
        assertThatThrownBy(() -> ledger.verify()).hasMessageContaining("ledger.jsonl:3");
    }

    /**
     * Cut anywhere, the ledger counts every line that was written to its end and every amount that can still be read; it goes on,
     * and the chain over all of it, torn bytes included, holds.
     */
    @Test
    void goesOnFromAnyCutWithoutCountingLess() throws IOException {
        Rho fifth = LIMIT.times(1, 5);
        account().spend(fifth, "job 1");
        account().spend(fifth, "job 2");
        byte[] whole = Files.readAllBytes(path);
        int firstEnd = endOfLine(whole, 0);
        int secondEnd = endOfLine(whole, firstEnd + 1);
        String secondLine = new String(whole, firstEnd + 1, secondEnd - firstEnd, StandardCharsets.UTF_8);
        int legible = secondLine.indexOf("\"epsilon\"");
        for (int length = firstEnd + 1; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            int legibleSpends = (length >= firstEnd + 1 + bytes(secondLine, legible) ? 1 : 0)
                    + (length >= secondEnd + 1 + bytes(secondLine, legible) ? 1 : 0);
            LedgerChain chain = LedgerChain.read(cut, "ledger", CLOCK.instant());
            assertThat(spent(chain)).as("cut at " + length).isEqualTo(fifth(legibleSpends));
            LedgerChain mended = LedgerChain.read(join(cut, chain.pending()), "ledger", CLOCK.instant());
            assertThat(mended.tornBytes()).isZero();
            assertThat(mended.pending()).isEmpty();
            assertThat(spent(mended)).isEqualTo(fifth(legibleSpends));
        }
        for (int length = firstEnd + 1; length <= whole.length; length += 83) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(path, cut);
            account().spend(Rho.of(1, 1_000_000_000), "after the cut");
            assertThat(Arrays.copyOf(Files.readAllBytes(path), length)).isEqualTo(cut);
            assertThat(ledger.verify().tornBytes()).isZero();
        }
    }

    /** A raise that was not written to its end raises nothing, and is no spend either; at its last byte it is whole. */
    @Test
    void aTornRaiseRaisesNothing() throws IOException {
        account().spend(LIMIT.times(1, 5), "job 1");
        int before = (int) Files.size(path);
        ledger.raise("성인-2026 {\"}", "all", new BigDecimal(3), null, "DRB decision 9", "Kim");
        byte[] whole = Files.readAllBytes(path);
        Rho raised = account().state().limit();
        for (int length = before; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            LedgerChain torn = LedgerChain.read(cut, "ledger", CLOCK.instant());
            LedgerChain mended = LedgerChain.read(join(cut, torn.pending()), "ledger", CLOCK.instant());
            for (LedgerChain chain : List.of(torn, mended)) {
                assertThat(chain.accounts().values().iterator().next().limit())
                        .as("cut at " + length)
                        .isEqualTo(length < whole.length - 1 ? LIMIT : raised);
                assertThat(spent(chain)).isEqualTo(fifth(1));
            }
        }
    }

    private static Rho fifth(int times) {
        return Rho.of(LIMIT.times(1, 5).toDecimal()).times(times, 1);
    }

    private static Rho spent(LedgerChain chain) {
        return chain.accounts().values().iterator().next().spent();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void mendsALedgerThatIsTornWhileItIsMended() throws IOException {
        account().spend(LIMIT.times(1, 5), "job 1");
        byte[] torn = Arrays.copyOf(Files.readAllBytes(path), (int) Files.size(path) - 70);
        Files.write(path, torn);
        assertThat(ledger.entriesAfter(0))
                .as("the mending line is not written yet")
                .hasSize(1);
        account().spend(LIMIT.times(1, 5), "job 2");
        assertThat(ledger.entriesAfter(0)).hasSize(3);
        byte[] whole = Files.readAllBytes(path);
        for (int length = torn.length; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            LedgerChain chain = LedgerChain.read(cut, "ledger", CLOCK.instant());
            assertThat(spent(chain)).as("cut at " + length).isGreaterThanOrEqualTo(fifth(1));
            LedgerChain mended = LedgerChain.read(join(cut, chain.pending()), "ledger", CLOCK.instant());
            assertThat(mended.tornBytes()).isZero();
            assertThat(spent(mended)).isEqualTo(spent(chain));
        }
    }

    @Test
    void findsALedgerThatWasRestoredFromAnOlderCopy() throws IOException {
        account().spend(LIMIT.times(1, 5), "job 1");
        byte[] backup = Files.readAllBytes(path);
        account().spend(LIMIT.times(1, 5), "job 2");
        LedgerHead head = ledger.verify().head();
        assertThat(head).isNotNull();
        ledger.requireHead(head);
        account().spend(LIMIT.times(1, 5), "job 3"); // ahead of the head is fine
        Files.write(path, backup);
        assertThatThrownBy(() -> account().spend(LIMIT.times(1, 5), "job 2 again"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("older copy");
        Files.delete(folder.resolve("ledger.jsonl.head"));
        Ledger restored = Ledger.open(path, CLOCK);
        assertThatThrownBy(() -> restored.requireHead(head)).isInstanceOf(Refused.class);
        // grown past the head again, but with other lines
        account().spend(LIMIT.times(1, 10), "job 2 otherwise");
        assertThatThrownBy(() -> restored.requireHead(head))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another ledger");
    }

    @Test
    void waitsForALockOnlySoLong() throws IOException {
        Ledger impatient = Ledger.open(path, CLOCK, Duration.ofMillis(60));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(impatient::verify).isInstanceOf(SurroundingsFailed.class);
        }
        assertThat(impatient.verify().entries()).isEqualTo(1);
    }

    @Test
    void threadsNeverSpendTheSameAmountTwice() throws Exception {
        Rho amount = LIMIT.times(1, 20);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> tries = IntStream.range(0, 30)
                .mapToObj(i -> threads.submit(() -> {
                    try {
                        Ledger.open(path, CLOCK).account("성인-2026 {\"}", "all").spend(amount, "job " + i);
                        return true;
                    } catch (Refused e) {
                        return false;
                    }
                }))
                .toList();
        int spent = 0;
        for (Future<Boolean> one : tries) {
            spent += one.get() ? 1 : 0;
        }
        threads.shutdown();
        // the twentieth may miss by the rounding of the others to 18 decimals
        assertThat(spent).isBetween(19, 20);
        assertThat(account().state().spent()).isLessThanOrEqualTo(LIMIT);
        assertThat(account().state().spends()).isEqualTo(spent);
    }

    @Test
    void aMissingLedgerIsSaidSo() {
        Ledger none = Ledger.open(folder.resolve("none.jsonl"), CLOCK);
        assertThatThrownBy(none::verify).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> none.account("a", "b")).isInstanceOf(BadInput.class);
        assertThat(folder.resolve("none.jsonl")).doesNotExist();
    }

    private static int endOfLine(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static int bytes(String text, int characters) {
        return text.substring(0, characters).getBytes(StandardCharsets.UTF_8).length;
    }
}
