package dari.matching.dense.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dari.matching.dense.Encoder;
import dari.matching.dense.EncoderUnusable;
import dari.matching.dense.Hangul;
import dari.matching.dense.UnitVectors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence model of the BERT family. Each text is run alone: a quantised model scales by what is in the batch, and a
 * text must have the same vector whoever its neighbours are.
 */
final class OnnxEncoder implements Encoder {

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final Set<String> INPUTS = Set.of(IDS, MASK, TYPES);

    private final String name;
    private final Tokenizer tokenizer;
    private final EncoderSettings settings;
    private final OrtEnvironment environment;
    private final OrtSession.SessionOptions options;
    private final OrtSession session;
    private final int dimensions;

    /**
     * @param name identity of model and settings
     * @param source name of the model's file, for messages
     */
    OnnxEncoder(String name, byte[] model, Tokenizer tokenizer, EncoderSettings settings, String source) {
        this.name = name;
        this.tokenizer = tokenizer;
        this.settings = settings;
        try {
            this.environment = OrtEnvironment.getEnvironment();
            this.options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1); // texts run side by side instead
            this.session = environment.createSession(model, options);
            Set<String> asked = session.getInputNames();
            if (!asked.contains(IDS) || !INPUTS.containsAll(asked)) {
                throw new EncoderUnusable(source + ": takes the inputs " + asked + "; a text model takes " + INPUTS);
            }
            this.dimensions = ofPieces(tokenizer.pieces("test")).length;
        } catch (OrtException e) {
            throw new EncoderUnusable(source + ": ONNX Runtime cannot run it: " + firstLine(e), e);
        } catch (ClassCastException | IndexOutOfBoundsException e) {
            throw new EncoderUnusable(source + ": its first output is not a vector for each piece of the text", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float @Nullable [] ofQuery(String text) {
        return of(settings.queryPrefix(), text);
    }

    @Override
    public List<float @Nullable []> ofDocuments(List<String> texts) {
        float[][] vectors = new float[texts.size()][];
        Arrays.parallelSetAll(vectors, i -> of(settings.documentPrefix(), texts.get(i)));
        return Arrays.asList(vectors);
    }

    private float @Nullable [] of(String prefix, String text) {
        if (text.isBlank() || (!settings.readsKorean() && Hangul.isKorean(text))) {
            return null;
        }
        try {
            float[] sum = new float[dimensions];
            for (int[] passage : Passages.of(tokenizer.pieces(prefix + text), settings.maxTokens() - 2)) {
                UnitVectors.add(sum, ofPieces(passage), passage.length);
            }
            return UnitVectors.normalized(sum);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on a text of " + text.length() + " characters", e);
        }
    }

    private float[] ofPieces(int[] pieces) throws OrtException {
        long[] ids = new long[pieces.length + 2];
        ids[0] = tokenizer.first();
        for (int i = 0; i < pieces.length; i++) {
            ids[i + 1] = pieces[i];
        }
        ids[ids.length - 1] = tokenizer.last();
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String input : session.getInputNames()) {
                long[] values = input.equals(IDS) ? ids : input.equals(MASK) ? mask : new long[ids.length];
                inputs.put(input, OnnxTensor.createTensor(environment, new long[][] {values}));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                float[][][] states = (float[][][]) result.get(0).getValue();
                return UnitVectors.normalized(settings.pooling().of(states[0]));
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static String firstLine(OrtException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model cannot be closed", e);
        } finally {
            options.close();
        }
    }
}
