package dari.exports.scan;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Weights as ONNX: the few fields of its protocol buffer (onnx.proto3) that say what is inside. */
final class OnnxFile {

    /** Of ModelProto. */
    private static final int IR_VERSION = 1;

    private static final int MODEL_DOC = 6;
    private static final int GRAPH = 7;
    private static final int METADATA = 14;

    /** Of GraphProto. */
    private static final int INITIALIZER = 5;

    private static final int GRAPH_DOC = 10;

    /** Of TensorProto. */
    private static final int DIMS = 1;

    private static final int DATA_TYPE = 2;
    private static final int NAME = 8;
    private static final int DATA_LOCATION = 14;

    /** UINT8, INT8, UINT16, INT16, INT32, INT64, UINT32, UINT64. */
    private static final Set<Integer> WHOLE = Set.of(2, 3, 4, 5, 6, 7, 12, 13);

    /** So much is kept of what a file says of itself; more would be no model, and fill the memory. */
    private static final int MOST_TEXT = 4_000_000;

    private static final int MOST_TENSORS = 100_000;
    private static final int MOST_DIMS = 64;

    private final Map<String, List<Long>> tensors = new LinkedHashMap<>();
    private final List<String> whole = new ArrayList<>();
    private final StringBuilder texts = new StringBuilder();
    private boolean hasGraph;
    private boolean hasVersion;
    private boolean isElsewhere;

    private OnnxFile() {}

    static Optional<Weights> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            CodedInputStream coded = CodedInputStream.newInstance(in);
            coded.setSizeLimit(Integer.MAX_VALUE);
            OnnxFile model = new OnnxFile();
            try {
                model.model(coded);
            } catch (IOException e) {
                return Optional.empty(); // no protocol buffer, or one that breaks off
            }
            return model.hasGraph && model.hasVersion ? Optional.of(model.weights()) : Optional.empty();
        }
    }

    private Weights weights() {
        return new Weights(
                ExportForm.ONNX,
                tensors,
                whole,
                texts.toString(),
                isElsewhere ? List.of(Finding.blocks("weightsElsewhere")) : List.of());
    }

    private void model(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case IR_VERSION -> {
                    hasVersion = true;
                    in.skipField(tag);
                }
                case GRAPH -> {
                    hasGraph = true;
                    within(in, this::graph);
                }
                case MODEL_DOC, METADATA -> text(in);
                default -> in.skipField(tag);
            }
        }
    }

    private void graph(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case INITIALIZER -> within(in, this::tensor);
                case GRAPH_DOC -> text(in);
                default -> in.skipField(tag);
            }
        }
    }

    private void tensor(CodedInputStream in) throws IOException {
        List<Long> shape = new ArrayList<>();
        String name = "";
        int type = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case DIMS -> dims(in, tag, shape);
                case DATA_TYPE -> type = in.readInt32();
                case NAME -> name = text(in);
                case DATA_LOCATION -> isElsewhere |= in.readEnum() != 0;
                default -> in.skipField(tag);
            }
        }
        if (tensors.size() == MOST_TENSORS) {
            throw new IOException("more tensors than a model has");
        }
        String key = tensors.containsKey(name) ? name + "#" + tensors.size() : name;
        tensors.put(key, shape);
        if (WHOLE.contains(type)) {
            whole.add(key);
        }
    }

    /** Kept as it is read, so that what is too long is never in memory. */
    private String text(CodedInputStream in) throws IOException {
        int length = in.readRawVarint32();
        if (length < 0 || length > MOST_TEXT - texts.length()) {
            throw new IOException("more text than a model has");
        }
        String text = new String(in.readRawBytes(length), StandardCharsets.UTF_8);
        texts.append(text).append('\n');
        return text;
    }

    private static void dims(CodedInputStream in, int tag, List<Long> shape) throws IOException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            within(in, packed -> {
                while (!packed.isAtEnd()) {
                    dim(packed, shape);
                }
            });
        } else {
            dim(in, shape);
        }
    }

    private static void dim(CodedInputStream in, List<Long> shape) throws IOException {
        if (shape.size() == MOST_DIMS) {
            throw new IOException("more dimensions than a tensor has");
        }
        shape.add(in.readInt64());
    }

    /** What reads a message inside another. */
    private interface Inner {
        void read(CodedInputStream in) throws IOException;
    }

    private static void within(CodedInputStream in, Inner inner) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        inner.read(in);
        in.popLimit(outer);
    }
}
