package dari.matching.vocabulary.imported;

import dari.matching.vocabulary.VocabularyProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A classification cannot be imported as it is; nothing was made of it. */
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportRefused(String message) {
        super(message);
    }

    /** @param total how many lines are bad, also those not among the problems */
    ImportRefused(List<VocabularyProblem> problems, long total) {
        super(problems.stream().map(VocabularyProblem::toString).collect(Collectors.joining("\n"))
                + (total > problems.size() ? "\nand " + (total - problems.size()) + " more bad lines" : ""));
    }
}
