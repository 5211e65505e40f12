package dari.provisioner;

/** Refused on purpose: a signature or hash is wrong, or a limit forbids it. */
public non-sealed class Refused extends ProvisionerException {

    private static final long serialVersionUID = 1L;

    public Refused(String what) {
        super(what, null);
    }
}
