package dari.provisioner.privacy;

/**
 * A stream of fair, independent random bits. What ships has one source, {@link #secure()}; a seeded one exists in the tests
 * alone, so no option can turn it on. Not thread-safe: one per thread.
 */
@FunctionalInterface
public interface RandomBits {

    /** Eight fair bits, 0 to 255. */
    int nextByte();

    /** The operating system's generator, read in blocks. */
    static RandomBits secure() {
        return new SecureBits();
    }

    /**
     * Uniform over 0 to bound − 1, exactly.
     *
     * @param bound at least 1
     */
    default long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound must be at least 1, was " + bound);
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(bound - 1);
        while (true) {
            long drawn = 0;
            for (int have = 0; have < bits; have += 8) {
                drawn = drawn << 8 | nextByte();
            }
            drawn &= bits == 0 ? 0 : -1L >>> (Long.SIZE - bits);
            if (drawn < bound) {
                return drawn;
            }
        }
    }
}
