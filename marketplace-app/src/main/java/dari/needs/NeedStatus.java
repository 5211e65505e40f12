package dari.needs;

/** Where a need stands: only a published one can be introduced. */
public enum NeedStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
