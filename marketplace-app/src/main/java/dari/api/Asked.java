package dari.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a list is asked for, put together as the page's address would hold it. */
final class Asked {

    private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

    /** @param codes of which one is enough; null for any */
    Asked with(String name, @Nullable List<String> codes) {
        if (codes != null) {
            parameters.addAll(name, codes);
        }
        return this;
    }

    MultiValueMap<String, String> parameters() {
        return parameters;
    }
}
