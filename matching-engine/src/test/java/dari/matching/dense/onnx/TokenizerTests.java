package dari.matching.dense.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.dense.EncoderUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Against what the reference implementation (Hugging Face tokenizers 0.21, by DJL 0.36) made of the same texts. */
class TokenizerTests {

    @TestFactory
    Stream<DynamicTest> cutsWordPiecesAsTheReferenceDoes() throws IOException {
        return compare(read("/bge-small-en-v1.5-q-tokenizer.json"), "/dari/matching/dense/word-pieces.txt");
    }

    @TestFactory
    Stream<DynamicTest> cutsUnigramsAsTheReferenceDoes() throws IOException {
        return compare(read("/dari/matching/dense/unigram-tokenizer.json"), "/dari/matching/dense/unigrams.txt");
    }

    @Test
    void saysWhichKindsItKnows() {
        assertThatThrownBy(() ->
                        TokenizerFile.read("{\"model\":{\"type\":\"BPE\"}}".getBytes(StandardCharsets.UTF_8), "t.json"))
                .isInstanceOf(EncoderUnusable.class)
                .hasMessageContaining("t.json")
                .hasMessageContaining("BPE");
    }

    @Test
    void passagesKeepEveryPieceAndNoneIsTooLong() {
        for (int length : List.of(0, 1, 9, 10, 11, 20, 21, 99)) {
            int[] pieces = IntStream.range(0, length).toArray();
            List<int[]> passages = Passages.of(pieces, 10);
            assertThat(passages)
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.length).isLessThanOrEqualTo(10));
            assertThat(passages.stream().flatMapToInt(Arrays::stream).toArray()).isEqualTo(pieces);
        }
    }

    private static Stream<DynamicTest> compare(Tokenizer tokenizer, String expectations) throws IOException {
        return bytes(expectations).lines().map(line -> {
            int bar = line.lastIndexOf('|');
            String text = line.substring(0, bar).replace("\\t", "\t").replace("\\u00a0", "\u00a0");
            return DynamicTest.dynamicTest(
                    text.strip(), () -> assertThat(numbers(tokenizer, text)).isEqualTo(line.substring(bar + 1)));
        });
    }

    private static String numbers(Tokenizer tokenizer, String text) {
        return IntStream.concat(
                        IntStream.concat(IntStream.of(tokenizer.first()), Arrays.stream(tokenizer.pieces(text))),
                        IntStream.of(tokenizer.last()))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static Tokenizer read(String resource) throws IOException {
        return TokenizerFile.read(bytes(resource).getBytes(StandardCharsets.UTF_8), resource);
    }

    private static String bytes(String resource) throws IOException {
        try (InputStream in = TokenizerTests.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
