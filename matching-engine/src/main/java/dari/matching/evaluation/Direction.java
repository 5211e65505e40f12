package dari.matching.evaluation;

/** Who asks in which language, and in which language the answers are written. */
public record Direction(Language need, Language offer) implements Comparable<Direction> {

    public boolean staysInOneLanguage() {
        return need == offer;
    }

    /** E.g. {@code ko-en}: the need in Korean, the offers in English. */
    public String code() {
        return need.code() + "-" + offer.code();
    }

    @Override
    public int compareTo(Direction other) {
        return code().compareTo(other.code());
    }
}
