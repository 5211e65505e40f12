package dari.provisioner.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No sampling here: every sequence of bytes is tried, so the probabilities are bounded, not estimated. */
class ExactCoinTests {

    private static final int DEPTH = 5;

    /** Leaves 256^-5 of all sequences undecided: below 1e-12. */
    @ParameterizedTest
    @CsvSource({"1,2", "1,3", "2,3", "255,256", "1,257", "123456789,987654321", "36028797018963966,36028797018963967"})
    void comesUpWithExactlyItsProbability(long n, long d) {
        double[] heads = {0};
        double undecided = walk(new int[0], n, d, heads);
        assertThat(undecided).isLessThan(1e-12);
        assertThat((double) n / d).isBetween(heads[0] - 1e-15, heads[0] + undecided + 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,99"})
    void neverComesUpAtZero(long n, long d) {
        assertThat(new ExactCoin(() -> 0).flip(n, d)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "77,77"})
    void alwaysComesUpAtOne(long n, long d) {
        assertThat(new ExactCoin(() -> 255).flip(n, d)).isTrue();
    }

    /** Adds the weight of the sequences that end in heads; returns the weight of those not decided. */
    private static double walk(int[] prefix, long n, long d, double[] heads) {
        Script script = new Script(prefix);
        try {
            if (new ExactCoin(script).flip(n, d)) {
                heads[0] += Math.pow(256, -script.used);
            }
            return 0;
        } catch (ScriptOver over) {
            if (prefix.length == DEPTH) {
                return Math.pow(256, -DEPTH);
            }
            double undecided = 0;
            for (int next = 0; next < 256; next++) {
                int[] longer = Arrays.copyOf(prefix, prefix.length + 1);
                longer[prefix.length] = next;
                undecided += walk(longer, n, d, heads);
            }
            return undecided;
        }
    }

    private static final class ScriptOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ScriptOver() {
            super(null, null, false, false);
        }
    }

    private static final class Script implements RandomBits {
        private final int[] bytes;
        private int used;

        Script(int[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int nextByte() {
            if (used == bytes.length) {
                throw new ScriptOver();
            }
            return bytes[used++];
        }
    }
}
