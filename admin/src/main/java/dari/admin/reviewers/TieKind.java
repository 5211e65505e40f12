package dari.admin.reviewers;

/** With whom a reviewer worked. */
public enum TieKind {
    ORGANIZATION,
    PERSON
}
