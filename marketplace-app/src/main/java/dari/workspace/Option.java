package dari.workspace;

/** One choice of a form: the value that is sent and the text that is read. */
public record Option(String value, String label) {}
