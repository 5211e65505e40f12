package dari.exports.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weights as safetensors: the header's length, the header as JSON, then the bytes of the tensors without a gap
 * (github.com/huggingface/safetensors, "Format").
 */
final class SafetensorsFile {

    /** A tensor needs some hundred bytes; a larger header would fill the memory when it is read. */
    private static final long LARGEST_HEADER = 4_000_000;

    /** Of a tensor: its type, its shape and its place, and nothing that nobody would look at. */
    private static final int FIELDS = 3;

    private static final Set<String> WHOLE = Set.of("I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8");

    /** Of two fields of one name only one would be looked at. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private SafetensorsFile() {}

    static Optional<Weights> read(Path file) throws IOException {
        long bytes = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] length = in.readNBytes(Long.BYTES);
            if (length.length < Long.BYTES) {
                return Optional.empty();
            }
            long header = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (header < 2 || header > LARGEST_HEADER || header > bytes - Long.BYTES) {
                return Optional.empty();
            }
            byte[] json = in.readNBytes((int) header);
            return json[0] == '{' ? parse(json, bytes - Long.BYTES - header) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // no JSON, or another value than the form says
        }
    }

    private record Range(long from, long to) {}

    private static Optional<Weights> parse(byte[] json, long bytes) {
        JsonNode header = JSON.readTree(json);
        Map<String, List<Long>> tensors = new LinkedHashMap<>();
        List<String> whole = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        StringBuilder texts = new StringBuilder();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            texts.append(entry.getKey()).append('\n');
            JsonNode value = entry.getValue();
            if (entry.getKey().equals("__metadata__")) {
                value.properties()
                        .forEach(remark -> texts.append(remark.getKey())
                                .append('\n')
                                .append(remark.getValue().asString())
                                .append('\n'));
                continue;
            }
            if (value.size() != FIELDS
                    || !value.path("dtype").isString()
                    || !value.path("shape").isArray()
                    || value.path("data_offsets").size() != 2) {
                return Optional.empty();
            }
            List<Long> shape = new ArrayList<>();
            value.path("shape").forEach(size -> shape.add(size.asLong()));
            tensors.put(entry.getKey(), shape);
            if (WHOLE.contains(value.path("dtype").stringValue())) {
                whole.add(entry.getKey());
            }
            ranges.add(new Range(
                    value.path("data_offsets").get(0).asLong(),
                    value.path("data_offsets").get(1).asLong()));
        }
        List<Finding> findings = isWhole(ranges, bytes) ? List.of() : List.of(Finding.blocks("weightsHidden"));
        return Optional.of(new Weights(ExportForm.SAFETENSORS, tensors, whole, texts.toString(), findings));
    }

    /** Whether the tensors lie side by side from the first byte to the last. */
    private static boolean isWhole(List<Range> ranges, long bytes) {
        long at = 0;
        for (Range range : ranges.stream()
                .sorted(Comparator.comparingLong(Range::from).thenComparingLong(Range::to))
                .toList()) {
            if (range.from() != at || range.to() < at) {
                return false;
            }
            at = range.to();
        }
        return at == bytes;
    }
}
