package dari.agreements;

/** What became of another wording that a side asked for. */
public enum ChangeState {
    OPEN,
    ACCEPTED,
    REJECTED
}
