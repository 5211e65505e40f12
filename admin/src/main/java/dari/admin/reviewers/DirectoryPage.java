package dari.admin.reviewers;

import java.util.List;

/** A page of the directory, and how many reviewers there are in all. */
public record DirectoryPage(List<DirectoryRow> rows, int total) {}
