package dari.admin.reviewers;

/** A choice of a form: what is sent, and what is read. */
public record Choice(String value, String label) {}
