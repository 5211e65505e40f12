package dari.statements;

import java.util.List;

/** What came of a file. */
public record Uploaded(int taken, int known, List<LineProblem> problems) {

    public Uploaded {
        problems = List.copyOf(problems);
    }
}
