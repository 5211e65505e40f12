package dari.provisioner;

/** The caller's file, option or directory is wrong: says where, what and what to do about it. */
public final class BadInput extends ProvisionerException {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;
    private final String whatToDo;

    public BadInput(String where, String what, String whatToDo) {
        super(where + ": " + what + "; " + whatToDo, null);
        this.where = where;
        this.what = what;
        this.whatToDo = whatToDo;
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
