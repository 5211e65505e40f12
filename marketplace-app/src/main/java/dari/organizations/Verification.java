package dari.organizations;

/** Whether the program office has checked that an organisation is what it says. */
public enum Verification {
    PENDING,
    VERIFIED,
    REFUSED
}
