package dari.matching.cli;

import dari.matching.dense.Encoder;
import dari.matching.dense.EncoderUnusable;
import dari.matching.dense.VectorFile;
import dari.matching.dense.onnx.OnnxEncoders;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model reads the texts; the options that commands share. */
final class ModelChoice {

    private static final String ENGLISH = "english";
    private static final String NONE = "none";

    @Option(
            names = "--model",
            description = "english (built in), none, or a folder with model.onnx and tokenizer.json of your own."
                    + " Default: ${DEFAULT-VALUE}.")
    private String model = ENGLISH;

    @Option(
            names = "--vectors",
            description = "File that keeps the vectors of texts for the next time; made when it is not there.")
    private @Nullable Path vectors;

    /** The encoder; who asks for it closes it. */
    Encoder open() throws IOException {
        Encoder encoder;
        try {
            encoder = switch (model) {
                case NONE -> Encoder.none();
                case ENGLISH -> OnnxEncoders.english();
                default -> OnnxEncoders.open(Path.of(model));
            };
        } catch (EncoderUnusable e) {
            throw new BadInput("--model: " + e.getMessage());
        }
        Path file = vectors;
        return file == null || encoder.dimensions() == 0 ? encoder : VectorFile.remembering(encoder, file);
    }
}
