package dari.matching.dense.onnx;

/** Cuts a text into the pieces that a model knows by number. Thread-safe. */
interface Tokenizer {

    /** Numbers of the pieces of a text, without the marks at its ends. */
    int[] pieces(String text);

    /** The mark before a text, e.g. {@code [CLS]}. */
    int first();

    /** The mark behind a text, e.g. {@code [SEP]}. */
    int last();
}
