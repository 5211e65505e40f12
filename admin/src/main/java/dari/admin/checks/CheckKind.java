package dari.admin.checks;

/** What is checked of an organisation beyond what it declares. */
public enum CheckKind {
    SIZE,
    NATIONAL_TAX,
    LOCAL_TAX,
    DUPLICATE,
    DEBARMENT
}
