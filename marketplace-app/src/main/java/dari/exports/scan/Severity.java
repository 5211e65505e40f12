package dari.exports.scan;

/** How much a finding weighs. */
public enum Severity {
    /** The file is not kept and cannot leave. */
    BLOCKS,
    /** People have to look at it before they decide. */
    LOOK,
    /** Worth knowing. */
    NOTE
}
