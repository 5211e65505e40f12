package dari.duties;

/** What became of a duty. */
public enum DutyState {
    OPEN,
    EVIDENCE_GIVEN,
    MET,
    WAIVED
}
