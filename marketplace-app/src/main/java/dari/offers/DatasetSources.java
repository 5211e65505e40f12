package dari.offers;

import dari.workspace.Option;
import java.util.List;

/** The sources that the hospital's agents know; the feature that talks to agents answers. */
public interface DatasetSources {

    /** Sources of the present actor's hospital: the name and how people call it. */
    List<Option> ofMyHospital();
}
