import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a Dari marketplace's history without trusting it; needs nothing but Java 17.
 *
 * <pre>java CheckHistory.java https://MARKETPLACE/register/history [kept-checkpoints.csv]</pre>
 *
 * <p>Instead of an address, a folder with key.pem, checkpoints.csv and chain.csv will do. A checkpoints.csv kept from
 * earlier shows whether the marketplace signed another past since then. Exit code 0: everything holds; 3: something does
 * not; 2: the files cannot be read.
 */
public class CheckHistory {

    record Checkpoint(long position, String hash, String at, String signature) {

        static Checkpoint of(String line) {
            String[] fields = line.split(",", -1);
            return new Checkpoint(Long.parseLong(fields[0]), fields[1], fields[2], fields[3]);
        }

        boolean isSignedBy(PublicKey key) throws GeneralSecurityException {
            String message = "dari-history-checkpoint\n" + position + "\n" + hash + "\n" + at + "\n";
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        }
    }

    public static void main(String[] args) {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java CheckHistory.java ADDRESS-OR-FOLDER [kept-checkpoints.csv]");
            System.exit(2);
        }
        try {
            List<String> problems = problems(args[0], args.length == 2 ? args[1] : null);
            problems.forEach(System.out::println);
            System.exit(problems.isEmpty() ? 0 : 3);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            System.err.println("cannot read the history: " + e);
            System.exit(2);
        }
    }

    private static List<String> problems(String place, String kept) throws IOException, GeneralSecurityException {
        List<String> problems = new ArrayList<>();
        PublicKey key = key(place);
        Map<Long, Checkpoint> checkpoints = new LinkedHashMap<>();
        for (String line : lines(place, "checkpoints.csv")) {
            Checkpoint checkpoint = Checkpoint.of(line);
            checkpoints.put(checkpoint.position(), checkpoint);
            if (!checkpoint.isSignedBy(key)) {
                problems.add("checkpoint " + checkpoint.position() + ": the signature is not the marketplace's");
            }
        }
        if (kept != null) {
            for (String line : Files.readAllLines(Path.of(kept)).stream().skip(1).toList()) {
                Checkpoint earlier = Checkpoint.of(line);
                Checkpoint now = checkpoints.get(earlier.position());
                if (now == null || !now.hash().equals(earlier.hash())) {
                    problems.add("checkpoint " + earlier.position() + ": was another on " + earlier.at());
                }
            }
        }
        long rows = walk(place, checkpoints, problems);
        System.out.println(rows + " rows, " + checkpoints.size() + " checkpoints, " + problems.size() + " problems");
        return problems;
    }

    private static long walk(String place, Map<Long, Checkpoint> checkpoints, List<String> problems)
            throws IOException, GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        HexFormat hex = HexFormat.of();
        Map<Long, Checkpoint> left = new LinkedHashMap<>(checkpoints);
        byte[] hash = new byte[32];
        long position = 0;
        try (BufferedReader chain = reader(place, "chain.csv")) {
            chain.readLine();
            for (String line = chain.readLine(); line != null; line = chain.readLine()) {
                String[] fields = line.split(",", -1);
                position++;
                if (Long.parseLong(fields[0]) != position) {
                    problems.add("row " + position + ": is missing");
                    return position;
                }
                sha.update(hash);
                sha.update(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
                hash = sha.digest(hex.parseHex(fields[1]));
                Checkpoint signed = left.remove(position);
                if (signed != null && !signed.hash().equals(hex.formatHex(hash))) {
                    problems.add("row " + position + ": something up to here was changed after " + signed.at());
                }
            }
        }
        left.values().forEach(lost -> problems.add("row " + lost.position() + ": was cut off after " + lost.at()));
        return position;
    }

    private static PublicKey key(String place) throws IOException, GeneralSecurityException {
        StringBuilder base64 = new StringBuilder();
        try (BufferedReader pem = reader(place, "key.pem")) {
            pem.lines().filter(line -> !line.startsWith("-----")).forEach(base64::append);
        }
        byte[] encoded = Base64.getDecoder().decode(base64.toString());
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static List<String> lines(String place, String file) throws IOException {
        try (BufferedReader reader = reader(place, file)) {
            return reader.lines().skip(1).toList();
        }
    }

    private static BufferedReader reader(String place, String file) throws IOException {
        InputStream in = place.matches("https?://.*")
                ? URI.create(place.replaceAll("/$", "") + "/" + file).toURL().openStream()
                : Files.newInputStream(Path.of(place, file));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
