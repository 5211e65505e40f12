package dari.exploration;

/** A value that its column cannot have, e.g. a word where numbers are. */
public class CriterionUnclear extends RuntimeException {

    private final int place;

    CriterionUnclear(int place) {
        super("criterion " + place + " is unclear");
        this.place = place;
    }

    /** Of the criterion among those asked, from 0. */
    public int place() {
        return place;
    }
}
