package dari.provisioner.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CuratorTests {

    /** A budget that writes down when it was asked, and bits that write down when they were drawn. */
    private final List<String> history = new ArrayList<>();

    private final RandomBits bits = new RandomBits() {
        private final RandomBits seeded = new SeededBits(7);

        @Override
        public int nextByte() {
            history.add("drawn");
            return seeded.nextByte();
        }
    };

    private final Budget budget = new Budget() {
        private final SpendingFilter filter = new SpendingFilter(Rho.of(1, 1));

        @Override
        public void spend(Rho amount, String what) {
            filter.spend(amount, what);
            history.add("spent");
        }

        @Override
        public Rho remaining() {
            return filter.remaining();
        }
    };

    @Test
    void paysBeforeItDraws() {
        new Curator(budget, bits).measure(new long[4], 1, Rho.of(1, 4), "ages");
        assertThat(history).startsWith("spent", "drawn");
        history.clear();
        new Curator(budget, bits).choose(new long[] {1, 2}, 1, Rho.of(1, 4), "next pair");
        assertThat(history).startsWith("spent", "drawn");
    }

    @Test
    void drawsNothingThatIsNotPaidFor() {
        long[] counts = {5, 6};
        Curator curator = new Curator(budget, bits);
        assertThatThrownBy(() -> curator.measure(counts, 1, Rho.of(2, 1), "ages"))
                .isInstanceOf(Refused.class);
        assertThat(counts).containsExactly(5, 6);
        assertThat(history).isEmpty();
    }

    @Test
    void addsTheNoiseItReports() {
        long[] counts = new long[20_000];
        DiscreteGaussian noise = new Curator(budget, new SeededBits(3)).measure(counts, 4, Rho.of(1, 200), "ages");
        double squares = 0;
        for (long count : counts) {
            squares += (double) count * count;
        }
        assertThat(noise.variance().toDouble()).isBetween(400.0, 400.01);
        // five standard errors of 20,000 squares: 5 %
        assertThat(squares / counts.length).isBetween(380.0, 420.0);
    }

    /** A generator with a known seed would undo every guarantee, so what ships must not hold one. */
    @Test
    void whatShipsHasOneSourceOfBits() throws Exception {
        java.nio.file.Path classes = java.nio.file.Path.of(RandomBits.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> sources = new ArrayList<>();
        try (java.util.stream.Stream<java.nio.file.Path> files = java.nio.file.Files.walk(classes)) {
            for (java.nio.file.Path file : (Iterable<java.nio.file.Path>)
                    files.filter(f -> f.toString().endsWith(".class")).sorted()::iterator) {
                String name = classes.relativize(file).toString().replace(java.io.File.separatorChar, '.');
                Class<?> type = Class.forName(
                        name.substring(0, name.length() - ".class".length()),
                        false,
                        getClass().getClassLoader());
                if (RandomBits.class.isAssignableFrom(type) && !type.isInterface()) {
                    sources.add(type.getSimpleName());
                }
            }
        }
        assertThat(sources).containsExactly("SecureBits");
    }
}
