package dari.admin.cohorts;

/** Who ranks: a startup, or one department of a hospital. */
public enum Side {
    STARTUP,
    HOSPITAL
}
