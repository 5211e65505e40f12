package dari.admin.panel;

/** Where an appeal stands. */
public enum AppealStatus {
    OPEN,
    UPHELD,
    CHANGED
}
