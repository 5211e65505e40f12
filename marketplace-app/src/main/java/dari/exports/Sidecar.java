package dari.exports;

/**
 * What goes along with files that left.
 *
 * @param statement who got what, when, from which project: JSON, to be kept byte by byte
 * @param signature of the statement's bytes, Ed25519 in Base64
 */
public record Sidecar(String statement, String signature) {}
