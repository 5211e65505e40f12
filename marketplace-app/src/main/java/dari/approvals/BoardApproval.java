package dari.approvals;

import dari.boards.BoardContent;
import dari.boards.BoardKind;
import dari.boards.BoardView;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.sandboxes.Tier;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one board has to say of one project. Its turn counts how often it was asked: votes belong to a turn. */
@Entity
class BoardApproval {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private UUID board;
    private int place;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private BoardKind kind;

    private String nameKo;
    private String nameEn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ApprovalState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Tier tier;

    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String recipeHash;

    private @Nullable UUID sitting;
    private int turn;
    private @Nullable Instant submittedAt;
    private Instant changedAt;
    private @Nullable String reference;
    private @Nullable LocalDate validUntil;
    private boolean onPaper;
    private int postponements;
    private @Nullable String note;

    protected BoardApproval() {}

    BoardApproval(UUID id, ProjectView project, BoardView asked, boolean undecided, Tier tier, Instant now) {
        BoardContent content = asked.content();
        this.id = id;
        this.project = project.id();
        this.startup = project.startup().id();
        this.hospital = project.hospital().id();
        this.board = asked.id();
        this.place = content.place();
        this.kind = content.kind();
        this.nameKo = content.nameKo();
        this.nameEn = content.nameEn();
        this.state = undecided ? ApprovalState.UNDECIDED : ApprovalState.TO_APPLY;
        this.tier = tier;
        this.changedAt = now;
    }

    void settle(boolean needed, String why, Instant now) {
        require(EnumSet.of(ApprovalState.UNDECIDED, ApprovalState.NOT_NEEDED)); // whoever has to be asked speaks itself
        note = why;
        become(needed ? ApprovalState.TO_APPLY : ApprovalState.NOT_NEEDED, now);
    }

    void submit(@Nullable String recipe, @Nullable UUID toSitting, Instant now) {
        require(ApprovalState.TO_HAND_IN);
        recipeHash = recipe;
        sitting = toSitting;
        submittedAt = now;
        onPaper = false;
        turn++;
        note = null;
        become(ApprovalState.SUBMITTED, now);
    }

    void giveBack(String why, Instant now) {
        require(ApprovalState.BEFORE_BOARD);
        sitting = null;
        note = why;
        become(ApprovalState.RETURNED, now);
    }

    void postpone(UUID toSitting, String why, Instant now) {
        require(ApprovalState.BEFORE_BOARD);
        sitting = toSitting;
        postponements++;
        note = why;
        become(ApprovalState.POSTPONED, now);
    }

    void decide(ApprovalState outcome, String decisionReference, @Nullable LocalDate until, Instant now) {
        require(ApprovalState.BEFORE_BOARD);
        reference = decisionReference;
        validUntil = until;
        note = null;
        become(outcome, now);
    }

    /** A decision that the board gave outside the marketplace. */
    void decidedOnPaper(ApprovalState outcome, String decisionReference, @Nullable LocalDate until, Instant now) {
        if (!onPaper && turn > 0) {
            throw new RuleBrokenException("approvals.rule.underWay");
        }
        onPaper = true;
        reference = decisionReference;
        validUntil = until;
        become(outcome, now);
    }

    void suspend(String why, Instant now) {
        require(ApprovalState.AGREED);
        note = why;
        become(ApprovalState.SUSPENDED, now);
    }

    void lift(Instant now) {
        require(EnumSet.of(ApprovalState.SUSPENDED));
        note = null;
        become(ApprovalState.APPROVED, now);
    }

    void renew(String decisionReference, @Nullable LocalDate until, Instant now) {
        require(ApprovalState.AGREED);
        reference = decisionReference;
        validUntil = until;
        changedAt = now;
    }

    /** @return whether the board has to look again, because it agreed to, or has before it, another recipe */
    boolean recipeBecame(String hash, Instant now) {
        boolean concerned = state.isAgreed() || state.isBeforeBoard() || state == ApprovalState.SUSPENDED;
        if (recipeHash == null || recipeHash.equals(hash) || !concerned) {
            return false;
        }
        sitting = null;
        become(ApprovalState.AMENDMENT, now);
        return true;
    }

    boolean holdsOn(LocalDate day) {
        return state == ApprovalState.NOT_NEEDED
                || (state.isAgreed() && (validUntil == null || !day.isAfter(validUntil)));
    }

    /** Whether papers go to the board once more: while it has not decided, or when its word runs out. */
    boolean takesPapers() {
        if (onPaper) {
            return false;
        }
        return switch (state) {
            case TO_APPLY, SUBMITTED, RETURNED, POSTPONED, AMENDMENT -> true;
            case APPROVED, APPROVED_WITH_CHANGES, SUSPENDED -> validUntil != null;
            case UNDECIDED, NOT_NEEDED, EXEMPT, REFUSED -> false;
        };
    }

    private void require(Set<ApprovalState> allowed) {
        if (!allowed.contains(state)) {
            throw new RuleBrokenException("approvals.rule.state");
        }
    }

    private void become(ApprovalState next, Instant now) {
        state = next;
        changedAt = now;
    }

    ApprovalView view() {
        return new ApprovalView(
                id,
                project,
                board,
                place,
                kind,
                nameKo,
                nameEn,
                state,
                tier,
                recipeHash,
                sitting,
                turn,
                submittedAt,
                changedAt,
                reference,
                validUntil,
                onPaper,
                postponements,
                note);
    }

    UUID id() {
        return id;
    }

    UUID board() {
        return board;
    }

    ProjectId project() {
        return project;
    }

    OrganizationId startup() {
        return startup;
    }

    OrganizationId hospital() {
        return hospital;
    }

    ApprovalState state() {
        return state;
    }

    Tier tier() {
        return tier;
    }

    int turn() {
        return turn;
    }

    int place() {
        return place;
    }

    @Nullable
    UUID sitting() {
        return sitting;
    }

    @Nullable
    String reference() {
        return reference;
    }

    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }
}
