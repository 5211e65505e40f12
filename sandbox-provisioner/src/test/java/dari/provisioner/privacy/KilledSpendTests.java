package dari.provisioner.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.ChildJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes, ended by the system's SIGKILL in the middle of a spend. */
class KilledSpendTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC);
    private static final Rho AMOUNT = Rho.of(1, 1000);

    @TempDir
    private Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void open() {
        path = folder.resolve("ledger.jsonl");
        Ledger.open(path, CLOCK)
                .openAccount("adult", "all", BigDecimal.ONE, new BigDecimal("1e-9"), "first year", "steward");
    }

    /** @param written bytes of the second spend's line that reach the file before the kill; negative counts from its end */
    @ParameterizedTest
    @CsvSource({"0,false", "1,false", "100,false", "-1,false", "9999,false", "9999,true"})
    void neverCountsLessThanWasAcknowledged(int written, boolean synced) throws Exception {
        Process spender = start(Spender.class, path.toString(), String.valueOf(written), String.valueOf(synced));
        try (BufferedReader lines = spender.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("acknowledged");
            assertThat(lines.readLine()).isEqualTo("at the point");
            spender.destroyForcibly();
            assertThat(spender.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        LedgerAccount account = Ledger.open(path, CLOCK).account("adult", "all");
        Rho before = account.state().spent();
        assertThat(before).isBetween(AMOUNT, AMOUNT.times(2, 1));
        if (written >= 100 || written < 0) {
            assertThat(before).isEqualTo(AMOUNT.times(2, 1)); // the amount was legible, so it counts
        }
        account.spend(AMOUNT, "next");
        assertThat(account.state().spent()).isEqualTo(before.plus(AMOUNT));
        assertThat(Ledger.open(path, CLOCK).verify().tornBytes()).isZero();
    }

    @Test
    void processesNeverSpendTheSameAmountTwice() throws Exception {
        List<Process> spenders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            spenders.add(start(Exhauster.class, path.toString()));
        }
        int acknowledged = 0;
        for (Process spender : spenders) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(spender.getInputStream(), StandardCharsets.UTF_8))) {
                acknowledged += Integer.parseInt(lines.readLine());
            }
            assertThat(spender.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        AccountState state = Ledger.open(path, CLOCK).account("adult", "all").state();
        assertThat(acknowledged).isEqualTo(14); // 0.014973 in thousandths
        assertThat(state.spent()).isEqualTo(AMOUNT.times(14, 1));
    }

    private Process start(Class<?> program, String... arguments) throws IOException {
        return new ProcessBuilder(ChildJava.command(List.of("-XX:+UseSerialGC"), program, arguments))
                .redirectError(Files.createTempFile(folder, "err", ".log").toFile())
                .start();
    }

    /** Spends once whole, then stops inside the second append until it is killed. */
    static final class Spender {

        private Spender() {}

        public static void main(String[] args) {
            Path path = Path.of(args[0]);
            int written = Integer.parseInt(args[1]);
            boolean synced = Boolean.parseBoolean(args[2]);
            Ledger.open(path, CLOCK).account("adult", "all").spend(AMOUNT, "first");
            System.out.println("acknowledged");
            LedgerFile.Disk halting = new LedgerFile.Disk() {
                @Override
                public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
                    int all = bytes.remaining();
                    bytes.limit(Math.min(all, written < 0 ? all + written : written));
                    LedgerFile.REAL.write(channel, bytes);
                    if (!synced) {
                        stop();
                    }
                }

                @Override
                public void sync(FileChannel channel) throws IOException {
                    LedgerFile.REAL.sync(channel);
                    stop();
                }
            };
            Ledger.on(new LedgerFile(path, CLOCK, Duration.ofSeconds(30), halting))
                    .account("adult", "all")
                    .spend(AMOUNT, "second");
            System.out.println("acknowledged");
        }

        private static void stop() throws IOException {
            System.out.println("at the point");
            System.in.read(); // the parent never writes: it kills
        }
    }

    /** Spends until it is refused, and says how often it could. */
    static final class Exhauster {

        private Exhauster() {}

        public static void main(String[] args) {
            LedgerAccount account = Ledger.open(Path.of(args[0]), CLOCK).account("adult", "all");
            int times = 0;
            try {
                while (true) {
                    account.spend(AMOUNT, "some");
                    times++;
                }
            } catch (dari.provisioner.Refused exhausted) {
                System.out.println(times);
            }
        }
    }
}
