package dari.provisioner.privacy;

import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the ledger; it never changes.
 *
 * @param sequence 1 for the first line of a ledger
 * @param dataset with population names the account; both empty when a torn line did not say
 * @param rho ρ with 18 decimals: the limit of an OPEN or RAISE, the amount of a SPEND or MEND
 * @param epsilon what a limit was asked as; null for SPEND and MEND
 * @param delta likewise
 * @param why the question paid for, or the reason of a raise
 * @param by who did it
 * @param torn SHA-256 of the bytes that a MEND stands behind; null for all others
 * @param previous hash of the line before; 64 zeros for the first
 * @param hash SHA-256 of this line's text up to its own hash
 */
public record LedgerEntry(
        long sequence,
        Act act,
        String dataset,
        String population,
        BigDecimal rho,
        @Nullable BigDecimal epsilon,
        @Nullable BigDecimal delta,
        String why,
        String by,
        Instant at,
        @Nullable String torn,
        String previous,
        String hash) {

    public LedgerEntry {
        Objects.requireNonNull(act);
        Objects.requireNonNull(dataset);
        Objects.requireNonNull(population);
        Objects.requireNonNull(rho);
        Objects.requireNonNull(why);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
        Objects.requireNonNull(previous);
        Objects.requireNonNull(hash);
    }

    /** What a line does. */
    public enum Act {
        /** Sets the limit of an account, once. */
        OPEN,
        /** Takes an amount, before its answer is drawn. */
        SPEND,
        /** Sets a higher limit, with a reason. */
        RAISE,
        /** Stands behind a line that a crash tore, and counts the amount if it can still be read there. */
        MEND
    }

    /** What the first line names as the one before it. */
    static final String NOTHING_BEFORE = "0".repeat(64);

    /** A body ends where its hash begins; no other place of a line can look like this, since quotes are escaped. */
    private static final Pattern LINE = Pattern.compile("(\\{.*),\"hash\":\"([0-9a-f]{64})\"}");

    private static final Pattern LEGIBLE_SPEND = Pattern.compile(
            "\\{\"sequence\":\\d+,\"act\":\"SPEND\","
                    + "\"dataset\":(\"(?:[^\"\\\\]|\\\\.)*\"),\"population\":(\"(?:[^\"\\\\]|\\\\.)*\"),\"rho\":\"(\\d+\\.\\d+)\",.*");

    /** What one is about to write, before its place in the chain is known. */
    record Draft(
            Act act,
            String dataset,
            String population,
            BigDecimal rho,
            @Nullable BigDecimal epsilon,
            @Nullable BigDecimal delta,
            String why,
            String by,
            @Nullable String torn) {

        LedgerEntry after(@Nullable LedgerEntry last, Instant at) {
            LedgerEntry unhashed = new LedgerEntry(
                    last == null ? 1 : last.sequence + 1,
                    act,
                    dataset,
                    population,
                    rho,
                    epsilon,
                    delta,
                    why,
                    by,
                    at,
                    torn,
                    last == null ? NOTHING_BEFORE : last.hash,
                    "");
            return unhashed.with(Sha256.hex(unhashed.body().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private LedgerEntry with(String newHash) {
        return new LedgerEntry(
                sequence, act, dataset, population, rho, epsilon, delta, why, by, at, torn, previous, newHash);
    }

    /**
     * Checks that these are whole lines that follow each other.
     *
     * @param sequence of the line before the first of them, 0 for none
     * @param hash of the line before the first of them, null for none
     * @throws Refused naming the first entry that does not fit
     */
    public static void requireChain(List<LedgerEntry> entries, long sequence, @Nullable String hash) {
        long expected = sequence + 1;
        String previous = hash == null ? NOTHING_BEFORE : hash;
        for (LedgerEntry entry : entries) {
            if (entry.sequence != expected
                    || !entry.previous.equals(previous)
                    || !entry.hash.equals(Sha256.hex(entry.body().getBytes(StandardCharsets.UTF_8)))) {
                throw new Refused("ledger entry " + expected + ": missing, or not what its hash says");
            }
            expected++;
            previous = entry.hash;
        }
    }

    /** The line without its line feed. A closing brace stands at its end and nowhere else. */
    String line() {
        return body() + ",\"hash\":\"" + hash + "\"}";
    }

    /** Account and amount stand first, so that a torn line still says them as soon as possible. */
    private String body() {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("sequence", sequence);
        node.put("act", act.name());
        node.put("dataset", dataset);
        node.put("population", population);
        node.put("rho", rho.toPlainString());
        node.put("epsilon", epsilon == null ? null : epsilon.toPlainString());
        node.put("delta", delta == null ? null : delta.toPlainString());
        node.put("why", why);
        node.put("by", by);
        node.put("at", at.toString());
        node.put("torn", torn);
        node.put("previous", previous);
        String text = Json.mapper()
                .writer()
                .without(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(node);
        return text.substring(0, text.length() - 1).replace("}", "\\u007d");
    }

    /** The entry, when the text is a whole line whose hash fits; its place in the chain is not checked here. */
    static Optional<LedgerEntry> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()
                || !Sha256.hex(parts.group(1).getBytes(StandardCharsets.UTF_8)).equals(parts.group(2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Json.mapper().readTree(line)));
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static LedgerEntry of(JsonNode node) {
        return new LedgerEntry(
                node.path("sequence").asLong(),
                Act.valueOf(node.path("act").asString()),
                node.path("dataset").asString(),
                node.path("population").asString(),
                new BigDecimal(node.path("rho").asString()),
                decimal(node.path("epsilon")),
                decimal(node.path("delta")),
                node.path("why").asString(),
                node.path("by").asString(),
                Instant.parse(node.path("at").asString()),
                node.path("torn").isString() ? node.path("torn").asString() : null,
                node.path("previous").asString(),
                node.path("hash").asString());
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isString() ? new BigDecimal(node.asString()) : null;
    }

    /** What a torn line behind {@code last} is mended by: the amount counts as spent when it can be read. */
    static Draft mending(byte[] tornBytes) {
        String text = new String(tornBytes, StandardCharsets.UTF_8);
        String why = "mended a torn line of " + tornBytes.length + " bytes";
        Matcher spend = LEGIBLE_SPEND.matcher(text.lines().findFirst().orElse(""));
        boolean legible = spend.matches();
        return new Draft(
                Act.MEND,
                legible ? unquoted(spend.group(1)) : "",
                legible ? unquoted(spend.group(2)) : "",
                legible ? new BigDecimal(spend.group(3)) : BigDecimal.ZERO.setScale(Rho.DECIMALS),
                null,
                null,
                why + (legible ? "; its amount counts as spent" : "; nothing was answered for it"),
                "ledger",
                Sha256.hex(tornBytes));
    }

    private static String unquoted(String json) {
        return Json.mapper().readTree(json).asString();
    }
}
