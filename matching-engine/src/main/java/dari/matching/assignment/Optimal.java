package dari.matching.assignment;

/** For whom the stable assignment is the best of all: every member of that side prefers no other stable one. */
public enum Optimal {
    APPLICANTS,
    PLACES
}
