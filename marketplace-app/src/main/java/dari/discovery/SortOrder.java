package dari.discovery;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which order a startup reads the list. */
public enum SortOrder {
    FIT,
    NEW,
    ANSWER;

    /** Its name in an address. */
    public String getParameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String getTitleKey() {
        return "discovery.sort." + getParameter();
    }

    static SortOrder of(@Nullable String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.getParameter().equals(parameter))
                .findFirst()
                .orElse(FIT);
    }
}
