package dari.provisioner.exclude;

import dari.provisioner.Refused;

/** The list is missing, changed, or older than one that was obeyed before: whoever asked since would be let in again. */
public final class ExclusionListBehind extends Refused {

    private static final long serialVersionUID = 1;

    ExclusionListBehind(String message) {
        super(message);
    }
}
