package dari.matching.assignment;

/** What holds for the numbers of a place and of a group alike. */
final class Quota {

    private Quota() {}

    /** @throws IllegalArgumentException naming the one whose number is below zero */
    static void check(String id, int capacity, int minimum) {
        if (capacity < 0) {
            throw new UnsoundEntry(id, "the capacity of " + id + " is " + capacity + ", must be 0 or more");
        }
        if (minimum < 0) {
            throw new UnsoundEntry(id, "the minimum of " + id + " is " + minimum + ", must be 0 or more");
        }
    }
}
