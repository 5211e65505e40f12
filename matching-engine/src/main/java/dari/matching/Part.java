package dari.matching;

/** The five parts of a score; a part's points are the most it can add to the 100. */
public enum Part {
    DISEASE_AND_DATA(40),
    SIZE_AND_YEARS(20),
    CLINICIANS(10),
    ENVIRONMENT_AND_FORMAT(15),
    HOSPITAL_WANTS(15);

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
