package dari.introductions;

import java.util.Map;

/** A part of an introduction's page that another feature knows, such as when the two sides meet. */
@FunctionalInterface
public interface IntroductionSection {

    /** Model attributes for an introduction that the reader may see. */
    Map<String, Object> of(IntroductionView introduction);
}
