package dari.incidents;

import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that went wrong, or nearly did, and how it is dealt with. */
@Entity
class Incident {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private String number;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private IncidentKind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private IncidentStatus status;

    private String account;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reported_by"))
    private UserId reportedBy;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    private Instant reportedAt;
    private Instant knownAt;
    private @Nullable Instant notifyBy;
    private @Nullable Boolean mustNotify;
    private @Nullable Long persons;
    private @Nullable Instant notifiedAt;
    private @Nullable String noticeReference;
    private @Nullable String lesson;
    private @Nullable Instant closedAt;
    private @Nullable String plainKo;
    private @Nullable String plainEn;
    private @Nullable Instant publishedAt;
    private Instant changedAt;
    private @Nullable Instant remindedAt;

    protected Incident() {}

    Incident(UUID id, String number, ProjectView project, NewIncident told, Duration toNotify, Actor by, Instant now) {
        this.id = id;
        this.number = number;
        this.project = project.id();
        this.startup = project.startup().id();
        this.hospital = project.hospital().id();
        this.kind = told.kind();
        this.status = IncidentStatus.REPORTED;
        this.account = told.account();
        this.reportedBy = by.user();
        this.organization = by.organization();
        this.reportedAt = now;
        this.knownAt = told.knownAt();
        this.notifyBy = kind.hasClock() ? knownAt.plus(toNotify) : null;
        this.changedAt = now;
    }

    void contain(Instant now) {
        require(EnumSet.of(IncidentStatus.REPORTED));
        requireClock();
        become(IncidentStatus.CONTAINED, now);
    }

    /**
     * @param affected how many persons it may be about; null when nobody can tell
     * @param notify whether the authority must be told
     */
    void assess(@Nullable Long affected, boolean notify, Instant now) {
        require(EnumSet.of(IncidentStatus.CONTAINED, IncidentStatus.ASSESSED));
        persons = affected;
        mustNotify = notify;
        become(IncidentStatus.ASSESSED, now);
    }

    void notified(Instant at, String reference, Instant now) {
        require(EnumSet.of(IncidentStatus.ASSESSED));
        notifiedAt = at;
        noticeReference = reference;
        become(IncidentStatus.NOTIFIED, now);
    }

    void publish(String korean, String english, Instant now) {
        if (status == IncidentStatus.CLOSED) {
            throw new RuleBrokenException("incidents.rule.state");
        }
        plainKo = korean;
        plainEn = english;
        if (publishedAt == null) {
            publishedAt = now;
        }
        changedAt = now;
    }

    /** With its lesson; a near miss needs no step before. */
    void close(String learnt, Instant now) {
        if (kind.hasClock()) {
            require(EnumSet.of(IncidentStatus.ASSESSED, IncidentStatus.NOTIFIED));
            if (status == IncidentStatus.ASSESSED && Boolean.TRUE.equals(mustNotify)) {
                throw new RuleBrokenException("incidents.rule.notifyFirst");
            }
        } else {
            require(EnumSet.of(IncidentStatus.REPORTED));
        }
        if (publishedAt == null) {
            throw new RuleBrokenException("incidents.rule.publishFirst");
        }
        lesson = learnt;
        closedAt = now;
        become(IncidentStatus.CLOSED, now);
    }

    void reminded(Instant now) {
        remindedAt = now;
    }

    /** Whether the authority still has to be told, or it is not known yet that it need not be. */
    boolean clockRuns() {
        return notifyBy != null
                && notifiedAt == null
                && !Boolean.FALSE.equals(mustNotify)
                && status != IncidentStatus.CLOSED;
    }

    private void requireClock() {
        if (!kind.hasClock()) {
            throw new RuleBrokenException("incidents.rule.state");
        }
    }

    private void require(Set<IncidentStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new RuleBrokenException("incidents.rule.state");
        }
    }

    private void become(IncidentStatus next, Instant now) {
        status = next;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
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

    IncidentKind kind() {
        return kind;
    }

    IncidentStatus status() {
        return status;
    }

    IncidentFacts facts() {
        return new IncidentFacts(
                id,
                number,
                project,
                kind,
                status,
                account,
                reportedBy,
                organization,
                reportedAt,
                knownAt,
                notifyBy,
                mustNotify,
                persons,
                notifiedAt,
                noticeReference,
                lesson,
                closedAt,
                plainKo,
                plainEn,
                publishedAt,
                changedAt);
    }
}
