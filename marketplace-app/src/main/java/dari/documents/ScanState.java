package dari.documents;

/** What is known of malware in a kept file. */
public enum ScanState {
    CLEAN,
    NOT_SCANNED,
    INFECTED
}
