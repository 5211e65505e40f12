package dari.provisioner.scrub;

import dari.provisioner.BadInput;
import dari.provisioner.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Reads notes, one JSON object a line. What is wrong with one is said with file and line, never with a word of the note.
 */
final class NoteLines implements AutoCloseable {

    /** Longest text of a note, in UTF-16 code units; a longer one is a file that was taken for a note. */
    static final int LONGEST = 1_000_000;

    private static final ObjectReader READER = Json.mapper()
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private final Path file;
    private final BufferedReader lines;
    private final Set<String> ids = new HashSet<>();
    private int number;

    private NoteLines(Path file, BufferedReader lines) {
        this.file = file;
        this.lines = lines;
    }

    static NoteLines open(Path file) {
        try {
            return new NoteLines(
                    file,
                    new BufferedReader(new InputStreamReader(
                            Files.newInputStream(file),
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT))));
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give an existing file with one note a line");
        }
    }

    /** @param line the line as read, for fields of other readers */
    record Line(String id, String text, JsonNode line) {}

    /** The next note; null at the end. Empty lines are passed over. */
    @Nullable
    Line next() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String content = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
                if (!content.isBlank()) {
                    return read(content);
                }
            }
            return null;
        } catch (CharacterCodingException e) {
            number++;
            throw bad("is not UTF-8", "convert the file to UTF-8");
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give an existing file with one note a line");
        }
    }

    private Line read(String line) {
        JsonNode node;
        try {
            node = READER.readValue(line);
        } catch (JacksonException e) {
            throw bad("is not one JSON object", "write {\"id\":…,\"text\":…} on each line");
        }
        if (node == null || !node.isObject()) {
            throw bad("is not one JSON object", "write {\"id\":…,\"text\":…} on each line");
        }
        String id = string(node, "id");
        String text = string(node, "text");
        if (text.length() > LONGEST) {
            throw bad("has a text of more than " + LONGEST + " characters", "split it into notes");
        }
        if (!ids.add(digest(id))) {
            throw bad("has an id that an earlier line has", "give every note an id of its own");
        }
        return new Line(id, text, node);
    }

    private String string(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw bad("has no \"" + field + "\" that is a string", "write {\"id\":…,\"text\":…} on each line");
        }
        String string = value.stringValue();
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < string.length()
                        && Character.isLowSurrogate(string.charAt(i + 1));
                if (!paired) {
                    throw bad("has half a character in \"" + field + "\" at " + i, "write whole characters");
                }
                i++;
            }
        }
        return string;
    }

    /** Ids may be long and many: sixteen bytes of each are kept. */
    private static String digest(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    BadInput bad(String what, String whatToDo) {
        return new BadInput(file + ":" + number, what, whatToDo);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            // everything that was needed has been read
        }
    }
}
