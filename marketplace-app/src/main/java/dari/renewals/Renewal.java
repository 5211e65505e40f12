package dari.renewals;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A request for more days. */
@Entity
@Table(name = "access_renewal")
class Renewal {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private int days;
    private String reason;
    private LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RenewalState state;

    private @Nullable String answer;
    private Instant askedAt;
    private Instant changedAt;

    protected Renewal() {}

    /** @param ends the last day of access as it is now */
    Renewal(UUID id, SandboxView sandbox, int days, String reason, LocalDate ends, Instant now) {
        this.id = id;
        this.sandbox = sandbox.id();
        this.project = sandbox.project().id();
        this.startup = sandbox.project().startup().id();
        this.hospital = sandbox.project().hospital().id();
        this.days = days;
        this.reason = reason;
        this.endsOn = ends;
        this.state = RenewalState.ASKED;
        this.askedAt = now;
        this.changedAt = now;
    }

    /** @param end GRANTED, REFUSED or WITHDRAWN */
    void end(RenewalState end, @Nullable String words, Instant now) {
        if (state != RenewalState.ASKED) {
            throw new RuleBrokenException("renewals.rule.state");
        }
        state = end;
        answer = words;
        changedAt = now;
    }

    /** Acceptance and a new preparation move the last day after somebody asked: what is given is added to the present one. */
    void countFrom(LocalDate ends) {
        endsOn = ends;
    }

    /** The last day of access as it would be. */
    LocalDate newEnd() {
        return endsOn.plusDays(days);
    }

    UUID id() {
        return id;
    }

    SandboxId sandbox() {
        return sandbox;
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

    int days() {
        return days;
    }

    String reason() {
        return reason;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    RenewalState state() {
        return state;
    }

    @Nullable
    String answer() {
        return answer;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
