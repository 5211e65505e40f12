package dari.duties;

import dari.admin.ApprovalCondition;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
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
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One duty of a project's startup. Its day follows from when access started and ended. */
@Entity
class ProjectDuty {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DutyKind kind;

    private @Nullable String wording;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DutyAnchor anchor;

    private int days;
    private @Nullable LocalDate fixedDay;
    private boolean stopsAccess;
    private boolean gates;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DutySource source;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DutyState state;

    private @Nullable String evidence;
    private @Nullable String note;
    private Instant changedAt;

    protected ProjectDuty() {}

    ProjectDuty(UUID id, ProjectId project, NewDuty duty, Instant now) {
        this.id = id;
        this.project = project;
        this.kind = duty.kind();
        this.wording = duty.wording();
        this.anchor = duty.anchor();
        this.days = duty.days();
        this.fixedDay = duty.day();
        this.stopsAccess = duty.stopsAccess();
        this.gates = duty.gates();
        this.source = duty.source();
        this.state = DutyState.OPEN;
        this.changedAt = now;
    }

    /**
     * @param day null unless it is fixed
     * @param gates nothing is prepared or opened before it is met or waived
     */
    record NewDuty(
            DutyKind kind,
            @Nullable String wording,
            DutyAnchor anchor,
            int days,
            @Nullable LocalDate day,
            boolean stopsAccess,
            boolean gates,
            DutySource source) {

        static NewDuty ofTerms(
                DutyKind kind, DutyAnchor anchor, int days, @Nullable LocalDate day, boolean stopsAccess) {
            return new NewDuty(kind, null, anchor, days, day, stopsAccess, false, DutySource.TERMS);
        }

        /** By a day, after which access stops. */
        static NewDuty condition(String wording, LocalDate due, boolean stopsAccess, boolean gates, DutySource source) {
            return new NewDuty(DutyKind.CONDITION, wording, DutyAnchor.FIXED_DAY, 0, due, stopsAccess, gates, source);
        }

        /** By its day, after which access stops, as with a board's; without one as long as access lasts. */
        static NewDuty ofPanel(ApprovalCondition asked) {
            LocalDate due = asked.due();
            return due == null
                    ? new NewDuty(
                            DutyKind.CONDITION,
                            asked.wording(),
                            DutyAnchor.ACCESS_ENDS,
                            0,
                            null,
                            false,
                            false,
                            DutySource.PANEL)
                    : condition(asked.wording(), due, true, false, DutySource.PANEL);
        }
    }

    void give(String proof, Instant now) {
        require(DutyState.OPEN);
        evidence = proof;
        note = null;
        become(DutyState.EVIDENCE_GIVEN, now);
    }

    void judge(boolean enough, String why, Instant now) {
        require(DutyState.EVIDENCE_GIVEN);
        note = why;
        become(enough ? DutyState.MET : DutyState.OPEN, now);
    }

    void waive(String why, Instant now) {
        if (state == DutyState.MET || state == DutyState.WAIVED) {
            throw new RuleBrokenException("duties.rule.state");
        }
        note = why;
        become(DutyState.WAIVED, now);
    }

    /** The last day; null while nobody can tell. */
    @Nullable
    LocalDate dueOn(ProjectView project, ZoneId zone) {
        Instant live = project.liveSince();
        if (anchor == DutyAnchor.FIXED_DAY) {
            return fixedDay;
        }
        if (live == null || anchor == DutyAnchor.NOTICE) {
            return null;
        }
        LocalDate start = LocalDate.ofInstant(live, zone);
        Instant ended = project.endedAt();
        LocalDate end = ended == null ? start.plusDays(project.terms().accessDays()) : LocalDate.ofInstant(ended, zone);
        return switch (anchor) {
            case ACCESS_STARTS -> start.plusDays(days);
            case HALF_WAY -> start.plusDays(project.terms().accessDays() / 2 + (long) days);
            default -> end.plusDays(days);
        };
    }

    /** The proof was not there on its day; one that waits to be judged is not late. */
    boolean isOverdue(ProjectView of, LocalDate today, ZoneId zone) {
        LocalDate due = dueOn(of, zone);
        return state == DutyState.OPEN && due != null && today.isAfter(due);
    }

    /** Whether the project has to wait for it: what was opened once is stopped by a late duty only, never by a new one. */
    boolean holdsUp(ProjectView of) {
        return gates && of.liveSince() == null && state != DutyState.MET && state != DutyState.WAIVED;
    }

    private void require(DutyState needed) {
        if (state != needed) {
            throw new RuleBrokenException("duties.rule.state");
        }
    }

    private void become(DutyState next, Instant now) {
        state = next;
        changedAt = now;
    }

    DutyView view(ProjectView of, LocalDate today, ZoneId zone) {
        return new DutyView(
                id,
                project,
                kind,
                wording,
                dueOn(of, zone),
                stopsAccess,
                state,
                evidence,
                note,
                changedAt,
                isOverdue(of, today, zone),
                gates,
                source);
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return project;
    }

    DutyKind kind() {
        return kind;
    }

    boolean stopsAccess() {
        return stopsAccess;
    }
}
