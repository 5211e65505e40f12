package dari.matching.evaluation;

/** The same thing as it is written in each language. */
public record Bilingual<T>(T korean, T english) {

    public T in(Language language) {
        return switch (language) {
            case KO -> korean;
            case EN -> english;
        };
    }
}
