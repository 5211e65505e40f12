package dari.admin.forms;

/** One choice of a question. */
public record Option(String code, LocalText label) {}
