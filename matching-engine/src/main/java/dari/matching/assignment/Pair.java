package dari.matching.assignment;

/** An applicant and a place, by id. */
public record Pair(String applicant, String place) {

    @Override
    public String toString() {
        return "applicant " + applicant + " and place " + place;
    }
}
