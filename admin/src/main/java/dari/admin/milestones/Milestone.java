package dari.admin.milestones;

import dari.admin.PlannedMilestone;
import dari.admin.PlannedMilestone.Holder;
import dari.admin.ProgramDocuments;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.forms.LocalText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "application_milestone")
class Milestone {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private String code;
    private String titleKo;
    private String titleEn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Holder holder;

    /** Whose turn it is; null for the office. */
    private @Nullable UUID organization;

    private LocalDate plannedOn;
    private LocalDate due;
    private boolean pays;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MilestoneStatus status;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String evidence;

    private @Nullable UUID evidenceFile;
    private @Nullable String evidenceTitle;
    private @Nullable Instant givenAt;
    private @Nullable UUID givenBy;
    private @Nullable String reason;
    private @Nullable Instant settledAt;
    private @Nullable UUID settledBy;
    private @Nullable Long spentWon;
    private @Nullable Long clawbackWon;

    protected Milestone() {}

    Milestone(
            UUID id,
            UUID application,
            PlannedMilestone planned,
            @Nullable UUID organization,
            LocalDate today,
            LocalDate due) {
        this.id = id;
        this.application = application;
        this.code = planned.code();
        this.titleKo = planned.title().ko();
        this.titleEn = planned.title().en();
        this.holder = planned.holder();
        this.organization = organization;
        this.plannedOn = today;
        this.due = due;
        this.pays = planned.pays();
        this.status = MilestoneStatus.OPEN;
    }

    void give(String text, ProgramDocuments.@Nullable Frozen file, UUID by, Instant now) {
        requireOpen();
        status = MilestoneStatus.EVIDENCE_GIVEN;
        evidence = text;
        evidenceFile = file == null ? null : file.file();
        evidenceTitle = file == null ? null : file.title();
        givenAt = now;
        givenBy = by;
    }

    /** Something is missing: the holder goes on, and keeps what was given. */
    void sendBack(String why) {
        if (status != MilestoneStatus.EVIDENCE_GIVEN) {
            throw new ProgramRuleBrokenException("milestones.rule.nothing");
        }
        status = MilestoneStatus.OPEN;
        reason = why;
    }

    /** @throws ProgramRuleBrokenException when a party has not given anything yet, or the money does not add up */
    void settle(String note, @Nullable Settlement money, UUID by, Instant now) {
        requireOpen();
        if (holder != Holder.PROGRAM && status != MilestoneStatus.EVIDENCE_GIVEN) {
            throw new ProgramRuleBrokenException("milestones.rule.nothing");
        }
        if (pays && money == null) {
            throw new ProgramRuleBrokenException("milestones.rule.money");
        }
        end(MilestoneStatus.DONE, note, by, now);
        spentWon = pays && money != null ? money.spentWon() : null;
        clawbackWon = pays && money != null ? money.clawbackWon() : null;
    }

    void waive(String why, UUID by, Instant now) {
        requireOpen();
        end(MilestoneStatus.WAIVED, why, by, now);
    }

    void move(LocalDate to, String why) {
        requireOpen();
        due = to;
        reason = why;
    }

    private void end(MilestoneStatus over, String why, UUID by, Instant now) {
        status = over;
        reason = why;
        settledAt = now;
        settledBy = by;
    }

    private void requireOpen() {
        if (status.isOver()) {
            throw new ProgramRuleBrokenException("milestones.rule.over");
        }
    }

    MilestoneView view(String holderName, ZoneId zone, LocalDate today) {
        return new MilestoneView(
                application,
                code,
                new LocalText(titleKo, titleEn),
                holder,
                holderName,
                status == MilestoneStatus.EVIDENCE_GIVEN && givenAt != null
                        ? LocalDate.ofInstant(givenAt, zone)
                        : plannedOn,
                due,
                pays,
                status,
                evidence,
                evidenceTitle,
                givenAt == null ? null : LocalDate.ofInstant(givenAt, zone),
                reason,
                settledAt == null ? null : LocalDate.ofInstant(settledAt, zone),
                spentWon,
                clawbackWon,
                today);
    }

    AwardStep step() {
        return new AwardStep(
                code,
                new LocalText(titleKo, titleEn),
                holder,
                organization,
                due,
                pays,
                status == MilestoneStatus.WAIVED);
    }

    String code() {
        return code;
    }

    UUID application() {
        return application;
    }

    @Nullable
    UUID organization() {
        return organization;
    }

    @Nullable
    UUID evidenceFile() {
        return evidenceFile;
    }
}
