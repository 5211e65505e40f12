package dari.matching.dense.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dari.matching.dense.Encoder;
import dari.matching.dense.EncoderUnusable;
import dari.matching.dense.UnitVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEncodersTests {

    private static final String TOKENIZER = """
            {"normalizer":{"type":"BertNormalizer","lowercase":true},"model":{"type":"WordPiece","unk_token":"[UNK]",\
            "vocab":{"[UNK]":0,"[CLS]":1,"[SEP]":2,"lung":3,"skin":4,"query":5,":":6,"test":7}}}
            """;
    private static final float[][] TABLE = {{1, 1}, {0, 1}, {0, 0}, {3, 0}, {0, 3}, {5, 0}, {0, 0}, {1, 0}};

    @TempDir
    Path folder;

    @BeforeEach
    void putAModelThere() throws IOException {
        Files.write(folder.resolve("model.onnx"), TinyModel.of(TABLE, "input_ids"));
        Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
    }

    @Test
    void theBuiltInModelBringsLikeMeaningsTogetherAndLeavesKoreanAlone() {
        try (Encoder english = OnnxEncoders.english()) {
            List<float[]> texts = english.ofDocuments(List.of(
                    "Myocardial infarction in elderly patients", "Skin rash after penicillin", "폐결절 환자의 저선량 CT", " "));
            float[] query = english.ofQuery("heart attack");
            assertThat(query).hasSize(384);
            assertThat(UnitVectors.dot(query, query)).isCloseTo(1, offset(1e-5));
            assertThat(UnitVectors.dot(query, texts.get(0))).isGreaterThan(UnitVectors.dot(query, texts.get(1)) + 0.1);
            assertThat(texts.get(2)).isNull();
            assertThat(texts.get(3)).isNull();
            assertThat(english.ofQuery("폐결절 환자의 저선량 CT")).isNull();
        }
    }

    @Test
    void aTextHasTheSameVectorWhoeverStandsBesideIt() {
        try (Encoder english = OnnxEncoders.english()) {
            float[] alone = english.ofDocuments(List.of("Skin rash")).get(0);
            assertThat(english.ofDocuments(List.of("x ".repeat(2000), "Skin rash"))
                            .get(1))
                    .isEqualTo(alone);
        }
    }

    @Test
    void anOperatorsModelIsPooledAsItsSettingsSay() throws IOException {
        settings("pooling=cls");
        assertThat(document("lung")).containsExactly(0, 1);
        settings("pooling=mean");
        assertThat(document("lung")).containsExactly((float) (3 / Math.sqrt(10)), (float) (1 / Math.sqrt(10)));
    }

    @Test
    void prefixesAndPassagesCount() throws IOException {
        settings("queryPrefix=query: \nmaxTokens=8");
        try (Encoder own = OnnxEncoders.open(folder)) {
            assertThat(own.ofQuery("skin"))
                    .isNotEqualTo(own.ofDocuments(List.of("skin")).get(0));
            float[] mixed = own.ofDocuments(List.of("lung ".repeat(30) + "skin ".repeat(30)))
                    .get(0);
            assertThat(mixed[0]).isGreaterThan(0.5f);
            assertThat(mixed[1]).isGreaterThan(0.5f);
            assertThat(own.ofQuery("한국어")).isNotNull();
        }
        settings("readsKorean=false");
        assertThat(document("한국어")).isNull();
    }

    @Test
    void theNameChangesWithModelAndSettings() throws IOException {
        String before = name();
        settings("pooling=cls");
        String after = name();
        assertThat(after).isNotEqualTo(before);
        settings("pooling=mean");
        assertThat(name()).isEqualTo(before);
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        settings("poling=cls");
        refused("encoder.properties", "poling");
        settings("pooling=max");
        refused("encoder.properties", "mean or cls");
        settings("maxTokens=many");
        refused("encoder.properties", "maxTokens");
        settings("");
        Files.write(folder.resolve("model.onnx"), TinyModel.of(TABLE, "pixels"));
        refused("model.onnx", "pixels");
        Files.writeString(folder.resolve("model.onnx"), "no model");
        refused("model.onnx", "ONNX Runtime");
        Files.writeString(folder.resolve("tokenizer.json"), "no json");
        refused("tokenizer.json", "JSON");
        Files.delete(folder.resolve("tokenizer.json"));
        refused("tokenizer.json", "missing");
        assertThatThrownBy(() -> OnnxEncoders.open(folder.resolve("nowhere")))
                .isInstanceOf(EncoderUnusable.class)
                .hasMessageContaining("nowhere");
    }

    private void refused(String file, String what) {
        assertThatThrownBy(() -> OnnxEncoders.open(folder))
                .isInstanceOf(EncoderUnusable.class)
                .hasMessageContaining(file)
                .hasMessageContaining(what);
    }

    private void settings(String lines) throws IOException {
        Files.writeString(folder.resolve("encoder.properties"), lines);
    }

    private float[] document(String text) {
        try (Encoder own = OnnxEncoders.open(folder)) {
            return own.ofDocuments(List.of(text)).get(0);
        }
    }

    private String name() {
        try (Encoder own = OnnxEncoders.open(folder)) {
            return own.name();
        }
    }
}
