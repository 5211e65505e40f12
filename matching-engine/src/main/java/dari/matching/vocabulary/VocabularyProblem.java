package dari.matching.vocabulary;

/**
 * Something wrong in a vocabulary file.
 *
 * @param line the first line has number 1
 * @param remedy what to do about it
 */
public record VocabularyProblem(String file, int line, String what, String remedy) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + what + "; " + remedy;
    }
}
