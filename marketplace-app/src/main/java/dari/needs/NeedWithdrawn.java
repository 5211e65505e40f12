package dari.needs;

/** A startup no longer looks for what this need said. */
public record NeedWithdrawn(NeedId need) {}
