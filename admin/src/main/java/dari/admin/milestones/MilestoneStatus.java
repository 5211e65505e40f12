package dari.admin.milestones;

/** Where a step stands. */
public enum MilestoneStatus {
    OPEN,
    EVIDENCE_GIVEN,
    DONE,
    WAIVED;

    public boolean isOver() {
        return this == DONE || this == WAIVED;
    }
}
