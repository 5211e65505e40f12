package dari.provisioner.json;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the module's records as JSON: two-space indented, ISO-8601 times, unknown fields ignored. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    public static void write(Path file, Object value) {
        try {
            Files.writeString(file, text(value), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + file.getFileName(), e);
        }
    }

    /** @throws BadInput when the file is missing or is not of this shape; names file and line */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), type, file.toString());
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give an existing UTF-8 file");
        }
    }

    /**
     * @param form says what is wrong with a text's form, given the text and how it is named in an error; asked once it is JSON
     * @throws BadInput as {@link #read(Path, Class)}
     */
    public static <T> T read(Path file, Class<T> type, BiConsumer<String, String> form) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            try {
                MAPPER.readTree(text);
            } catch (JacksonException e) {
                return parse(text, type, file.toString()); // which says so
            }
            if (!text.isBlank()) {
                form.accept(text, file.toString());
            }
            return parse(text, type, file.toString());
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give an existing UTF-8 file");
        }
    }

    /** @param where how the text is named in an error */
    public static <T> T parse(String text, Class<T> type, String where) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new BadInput(where, "holds nothing", "give the JSON that this program writes");
            }
            return value;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new BadInput(
                    where + ":" + line,
                    "is not a valid " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT) + " file",
                    "give the JSON that this program writes");
        }
    }
}
