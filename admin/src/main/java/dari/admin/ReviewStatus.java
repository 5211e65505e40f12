package dari.admin;

/** Where a review stands: a reviewer says first whether there is a conflict, then sees the content. */
enum ReviewStatus {
    INVITED,
    CONFLICTED,
    ACCEPTED,
    SUBMITTED
}
