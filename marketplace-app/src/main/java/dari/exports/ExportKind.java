package dari.exports;

/** What leaves; the two are looked at in different ways. */
public enum ExportKind {
    RESULTS,
    WEIGHTS
}
