package dari.admin.panel;

/** A choice of a form. */
public record Choice(String value, String label) {

    /** An id that nothing has: what a form sends that left its choice out. */
    static final String NONE = "00000000-0000-0000-0000-000000000000";
}
