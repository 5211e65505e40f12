package dari.matching.assignment;

/** An applicant and a place, by id. */
public record Pair(String applicant, String place) {}
