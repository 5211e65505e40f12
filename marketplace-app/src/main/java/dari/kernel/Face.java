package dari.kernel;

import java.util.Locale;

/** The side of the bridge an organisation stands on, and with it the desk its members see. */
public enum Face {
    STARTUP,
    HOSPITAL,
    PROGRAM;

    /** The authority that every member of such an organisation has, e.g. {@code HOSPITAL_MEMBER}. */
    public String memberAuthority() {
        return name() + "_MEMBER";
    }

    /** The name used in style classes, URLs and message keys, e.g. {@code hospital}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
