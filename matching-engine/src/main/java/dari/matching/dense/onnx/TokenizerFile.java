package dari.matching.dense.onnx;

import dari.matching.dense.EncoderUnusable;
import dari.matching.json.MatchingJson;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads {@code tokenizer.json}, the form in which tokenizers are published beside models. */
final class TokenizerFile {

    private final String name;
    private final JsonNode root;

    private TokenizerFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    /** @param name of the file, for messages */
    static Tokenizer read(byte[] json, String name) {
        try {
            return new TokenizerFile(name, MatchingJson.mapper().readTree(json)).tokenizer();
        } catch (JacksonException e) {
            throw new EncoderUnusable(name + ": is no JSON; take the tokenizer.json published with the model", e);
        }
    }

    private Tokenizer tokenizer() {
        String type = root.path("model").path("type").asString("");
        return switch (type) {
            case "WordPiece" -> wordPieces();
            case "Unigram" -> unigrams();
            default ->
                throw unusable("model.type is '" + type + "'; only WordPiece and Unigram tokenizers are understood");
        };
    }

    private Tokenizer wordPieces() {
        Map<String, Integer> vocabulary = new HashMap<>();
        root.path("model")
                .path("vocab")
                .properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt(-1)));
        Integer unknown = vocabulary.get(root.path("model").path("unk_token").asString("[UNK]"));
        if (unknown == null) {
            throw unusable("model.vocab lacks the unknown piece");
        }
        return new WordPieces(
                vocabulary,
                root.path("model").path("continuing_subword_prefix").asString("##"),
                unknown,
                root.path("normalizer").path("lowercase").asBoolean(true),
                mark(vocabulary, "[CLS]"),
                mark(vocabulary, "[SEP]"));
    }

    private Tokenizer unigrams() {
        JsonNode vocab = root.path("model").path("vocab");
        int unknown = root.path("model").path("unk_id").asInt(-1);
        if (vocab.isEmpty() || unknown < 0) {
            throw unusable("model.vocab or model.unk_id is missing");
        }
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Unigrams.Piece> pieces = new HashMap<>();
        for (int i = 0; i < vocab.size(); i++) {
            String piece = vocab.path(i).path(0).asString("");
            numbers.put(piece, i);
            pieces.put(piece, new Unigrams.Piece(i, vocab.path(i).path(1).asDouble(0)));
        }
        return new Unigrams(pieces, unknown, mark(numbers, "<s>"), mark(numbers, "</s>"));
    }

    private int mark(Map<String, Integer> pieces, String mark) {
        Integer number = pieces.get(mark);
        if (number == null) {
            for (JsonNode added : root.path("added_tokens")) {
                if (mark.equals(added.path("content").asString(""))) {
                    number = added.path("id").asInt(-1);
                }
            }
        }
        if (number == null || number < 0) {
            throw unusable("the mark " + mark + " has no number");
        }
        return number;
    }

    private EncoderUnusable unusable(String what) {
        return new EncoderUnusable(name + ": " + what);
    }
}
