package dari.provisioner;

import org.jspecify.annotations.Nullable;

/** The caller's file, option or directory is wrong: says where, what and what to do about it. */
public final class BadInput extends ProvisionerException {

    private static final long serialVersionUID = 1L;

    private final @Nullable SourceProblem problem;
    private final String where;
    private final String what;
    private final String whatToDo;

    public BadInput(String where, String what, String whatToDo) {
        this(null, where, what, whatToDo);
    }

    /** @param problem stable name of what is wrong with a source, for readers of other languages */
    public BadInput(@Nullable SourceProblem problem, String where, String what, String whatToDo) {
        super(where + ": " + what + "; " + whatToDo, null);
        this.problem = problem;
        this.where = where;
        this.what = what;
        this.whatToDo = whatToDo;
    }

    /** Null when something else than a source is wrong. */
    public @Nullable SourceProblem problem() {
        return problem;
    }

    /** File with line, path inside a file, or option name. */
    public String where() {
        return where;
    }

    public String what() {
        return what;
    }

    public String whatToDo() {
        return whatToDo;
    }
}
