package dari.matching.assignment;

/**
 * A hospital over its departments: it takes no more than its own capacity, however many seats the departments have.
 *
 * @param capacity most applicants that its places take together, 0 or more
 * @param minimum fewest applicants that the run tries to bring it, 0 for no such wish
 */
public record Group(String id, int capacity, int minimum) {

    public Group {
        Quota.check(id, capacity, minimum);
    }

    /** The same group with another number of seats. */
    Group withCapacity(int seats) {
        return new Group(id, seats, minimum);
    }
}
