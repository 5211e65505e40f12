package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The secret that all pseudonyms, date shifts and random order of a run come from. Never shown, never released. */
public final class PseudonymKey {

    private static final int BYTES = 32;

    private final byte[] bytes;

    private PseudonymKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A key that nobody keeps: the release can never be extended consistently. */
    public static PseudonymKey oneOff(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new PseudonymKey(bytes);
    }

    /** @throws BadInput naming the file unless it holds exactly 32 bytes as hexadecimal */
    public static PseudonymKey read(Path file) {
        try {
            return ofHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(
                    file.toString(),
                    "does not hold 32 bytes as 64 hexadecimal digits",
                    "make one with: openssl rand -hex 32");
        }
    }

    /** @throws IllegalArgumentException unless the text is 64 hexadecimal digits */
    public static PseudonymKey ofHex(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        return new PseudonymKey(bytes);
    }

    /** A copy of the secret itself. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, BYTES);
    }

    @Override
    public String toString() {
        return "PseudonymKey[hidden]";
    }
}
