package dari.provisioner.privacy;

import java.util.SplittableRandom;

/** Repeatable bits, for tests alone: what ships knows no seed. */
public final class SeededBits implements RandomBits {

    private final SplittableRandom source;

    public SeededBits(long seed) {
        source = new SplittableRandom(seed);
    }

    @Override
    public int nextByte() {
        return source.nextInt() >>> 24;
    }
}
