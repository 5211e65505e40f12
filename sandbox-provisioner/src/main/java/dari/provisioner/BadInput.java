package dari.provisioner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's file, option or directory is wrong: says where, what and what to do about it. */
public final class BadInput extends ProvisionerException {

    private static final long serialVersionUID = 1L;

    private final @Nullable SourceProblem problem;
    private final String code;
    private final ArrayList<String> arguments;
    private final String where;
    private final String what;
    private final String whatToDo;

    public BadInput(String where, String what, String whatToDo) {
        this(null, where, what, whatToDo);
    }

    /** @param problem stable name of what is wrong with a source, for readers of other languages */
    public BadInput(@Nullable SourceProblem problem, String where, String what, String whatToDo) {
        this(problem, "", List.of(), where, what, whatToDo);
    }

    /**
     * @param code stable name of what is wrong, for readers of other languages
     * @param arguments what its words name, in their order
     */
    public BadInput(String code, List<String> arguments, String where, String what, String whatToDo) {
        this(null, code, arguments, where, what, whatToDo);
    }

    private BadInput(
            @Nullable SourceProblem problem,
            String code,
            List<String> arguments,
            String where,
            String what,
            String whatToDo) {
        super(where + ": " + what + "; " + whatToDo, null);
        this.problem = problem;
        this.code = code;
        this.arguments = new ArrayList<>(arguments);
        this.where = where;
        this.what = what;
        this.whatToDo = whatToDo;
    }

    /** Null when something else than a source is wrong. */
    public @Nullable SourceProblem problem() {
        return problem;
    }

    /** Empty where nobody reads it in another language than English. */
    public String code() {
        return code;
    }

    public List<String> arguments() {
        return List.copyOf(arguments);
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
