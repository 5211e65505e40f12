package dari.admin.reviewers;

/** Why somebody must not review an application. */
public enum ConflictKind {
    /** The reviewer belongs to a side. */
    SAME_ORGANIZATION,
    /** The reviewer belonged to a side before. */
    FORMER_ORGANIZATION,
    /** Somebody of a side also belongs to an organisation of the reviewer. */
    SHARED_MEMBERS,
    /** An organisation of the reviewer shared a project with a side. */
    SHARED_PROJECT,
    /** The reviewer said they worked with a side, or with somebody there. */
    REVIEWERS_TIE,
    /** The applicants said they worked with the reviewer. */
    APPLICANTS_COLLABORATOR,
    /** The applicants asked that this person does not review. */
    NOT_WANTED,
    /** The reviewer declared a conflict when asked. */
    DECLARED
}
