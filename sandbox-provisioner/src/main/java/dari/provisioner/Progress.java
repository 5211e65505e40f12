package dari.provisioner;

/** Hears how far a long run is. Called from the running thread; must return quickly. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (step, done, total) -> {};

    /** The steps of a run, in order. */
    enum Step {
        READING,
        SOLVING,
        TREATING,
        ASSESSING,
        WRITING,
        SEALING
    }

    /**
     * @param done parts of this step already done
     * @param total parts of this step, at least 1
     */
    void at(Step step, int done, int total);
}
