package dari.api.door;

import java.util.List;

/** A request that a resource refuses for itself, before it reaches a door. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(ProblemKind kind) {
        this(Problem.of(kind));
    }

    /** The body breaks the rules of its form. */
    public ProblemException(List<FieldProblem> fields) {
        this(Problem.ofFields(ProblemKind.INVALID, fields));
    }

    ProblemException(Problem problem) {
        super(problem.kind().code());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
