package dari.admin.reviewers;

/** Why an applicant names a person. */
public enum NamedPersonKind {
    /** They worked together. */
    COLLABORATOR,
    /** The person should not review. */
    NOT_WANTED
}
