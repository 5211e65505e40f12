package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.recipe.Preparation;
import dari.provisioner.recipe.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that all pseudonyms, date shifts and random order of a run come from. Never shown, never released. */
public final class PseudonymKey {

    private static final int BYTES = 32;

    private final List<byte[]> generations;

    private PseudonymKey(List<byte[]> generations) {
        this.generations = List.copyOf(generations);
    }

    /** A key that nobody keeps: the release can never be extended consistently. */
    public static PseudonymKey oneOff(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new PseudonymKey(List.of(bytes));
    }

    /**
     * Reads the keys of a file, one a line, the newest last.
     *
     * @throws BadInput naming the file, and the line that is not 32 bytes as hexadecimal
     */
    public static PseudonymKey read(Path file) {
        List<byte[]> found = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                if (!line.isBlank()) {
                    found.add(bytes(line.strip()));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(
                    file + ":" + (found.size() + 1),
                    "does not hold 32 bytes as 64 hexadecimal digits",
                    "make one with: key rotate --key-file FILE");
        }
        if (found.isEmpty()) {
            throw new BadInput(file.toString(), "holds no key", "make one with: key rotate --key-file FILE");
        }
        return new PseudonymKey(found);
    }

    /** @throws IllegalArgumentException unless the text is 64 hexadecimal digits */
    public static PseudonymKey ofHex(String hex) {
        return new PseudonymKey(List.of(bytes(hex)));
    }

    /**
     * Adds a key to a file that only its owner can read; earlier ones stay, so that older releases can still be extended.
     *
     * @return the new key's generation, 1 for the first
     */
    public static int rotate(Path file, SecureRandom random) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        String line = HexFormat.of().formatHex(fresh) + "\n";
        try {
            if (Files.exists(file)) {
                int generation = read(file).generations.size() + 1;
                String before = Files.readString(file, StandardCharsets.US_ASCII);
                Files.writeString(file, before.endsWith("\n") ? line : "\n" + line, StandardOpenOption.APPEND);
                return generation;
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, line);
            return 1;
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write the key file", e);
        }
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        return bytes;
    }

    /**
     * The secret of one recipe's releases: of its project, where it names one, else of the recipe itself. So two recipes, or
     * two projects, never give one person the same pseudonym, and their releases cannot be joined.
     *
     * @throws BadInput when the recipe asks for a generation that the file does not hold
     */
    public byte[] derived(Recipe recipe) {
        Preparation preparation = recipe.preparation();
        Integer asked = preparation.generation();
        int generation = asked == null ? generations.size() : asked;
        if (generation > generations.size()) {
            throw new BadInput(
                    "pseudonyms.generation",
                    "asks for key " + generation + " of a file that holds " + generations.size(),
                    "use an older generation or rotate the key");
        }
        String project = preparation.project();
        String release = preparation.release();
        String purpose =
                "dari-release-1\u001f" + (project == null ? "recipe\u001f" + recipe.hash() : "project\u001f" + project)
                        + (release == null ? "" : "\u001frelease\u001f" + release);
        return derived(generation, purpose);
    }

    /** The secret of notes that are scrubbed by themselves; no release has the same surrogates. */
    public byte[] ofNotes() {
        return derived(generations.size(), "dari-notes-1");
    }

    private byte[] derived(int generation, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(generations.get(generation - 1), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "PseudonymKey[hidden]";
    }
}
