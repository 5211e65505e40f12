package dari.provisioner.fhir;

/** A line that is no resource of the model. Says what is wrong and what to do; never quotes a value. */
public final class UnfitResource extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnfitResource(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
