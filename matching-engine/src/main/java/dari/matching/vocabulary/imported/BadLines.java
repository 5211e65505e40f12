package dari.matching.vocabulary.imported;

import dari.matching.vocabulary.VocabularyProblem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in a classification's files, told all at once. */
final class BadLines {

    /** More are counted and not kept: the same mistake often runs through a whole file. */
    private static final int TOLD = 20;

    private final List<VocabularyProblem> told = new ArrayList<>();
    private long total;

    void add(VocabularyProblem problem) {
        total++;
        if (told.size() < TOLD) {
            told.add(problem);
        }
    }

    void refuseIfAny() {
        if (total > 0) {
            throw new ImportRefused(told, total);
        }
    }
}
