package dari.admin.eligibility;

/** How large a firm is, as the program's law counts it. */
public enum FirmSize {
    SMALL,
    MEDIUM,
    MIDSIZE,
    LARGE
}
