package dari.matching;

/**
 * The parts of a score. What the offer is worth to the startup is made of the first four, what the need is worth to the
 * hospital of the first and the last; in each direction the parts that something was asked of weigh by their points.
 */
public enum Part {
    DISEASE_AND_DATA(40),
    SIZE_AND_YEARS(20),
    CLINICIANS(10),
    ENVIRONMENT_AND_FORMAT(15),
    HOSPITAL_WANTS(40);

    private final int points;

    Part(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }

    public String getMessageKey() {
        return "matching.part." + name();
    }
}
