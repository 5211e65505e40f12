package dari.acceptance;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.sandboxes.SandboxId;
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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One round of acceptance; a sandbox that is prepared anew gets another. */
@Entity
@Table(name = "sandbox_acceptance")
class Acceptance {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Point>> POINTS = new TypeReference<>() {};

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

    private LocalDate openedOn;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AcceptanceState state;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String points;

    private @Nullable String answer;
    private @Nullable String ruling;
    private @Nullable Long refundWon;
    private Instant changedAt;
    private @Nullable LocalDate acceptedOn;

    protected Acceptance() {}

    Acceptance(UUID id, SandboxId sandbox, ProjectView project, LocalDate opened, LocalDate due, Instant now) {
        this.id = id;
        this.sandbox = sandbox;
        this.project = project.id();
        this.startup = project.startup().id();
        this.hospital = project.hospital().id();
        this.openedOn = opened;
        this.dueOn = due;
        this.state = AcceptanceState.OPEN;
        this.points = "[]";
        this.changedAt = now;
    }

    /** @param how ACCEPTED or BY_SILENCE */
    void accept(AcceptanceState how, LocalDate today, Instant now) {
        require(AcceptanceState.OPEN);
        end(how, today, now);
    }

    /** As long as access is stopped, silence says nothing. */
    void beginAnew(LocalDate due, Instant now) {
        require(AcceptanceState.OPEN);
        dueOn = due;
        changedAt = now;
    }

    void object(List<Point> what, LocalDate today, Instant now) {
        require(AcceptanceState.OPEN);
        if (today.isAfter(dueOn)) {
            throw new RuleBrokenException("acceptance.rule.late");
        }
        points = JSON.writeValueAsString(what);
        become(AcceptanceState.OBJECTED, now);
    }

    /** @param won with {@link Remedy#REFUND} */
    void answer(Remedy remedy, @Nullable Long won, String reason, LocalDate today, Instant now) {
        require(AcceptanceState.OBJECTED);
        answer = reason;
        follow(remedy, won, AcceptanceState.DISPUTED, today, now);
    }

    void mediate(Remedy remedy, @Nullable Long won, String reason, LocalDate today, Instant now) {
        require(AcceptanceState.DISPUTED);
        ruling = reason;
        follow(remedy, won, AcceptanceState.ACCEPTED, today, now);
    }

    void refunded(LocalDate today, Instant now) {
        require(AcceptanceState.REFUND_DUE);
        end(AcceptanceState.REFUNDED, today, now);
    }

    private void follow(Remedy remedy, @Nullable Long won, AcceptanceState otherwise, LocalDate today, Instant now) {
        switch (remedy) {
            case REGENERATE -> become(AcceptanceState.REGENERATING, now);
            case REFUND -> {
                refundWon = won;
                become(AcceptanceState.REFUND_DUE, now);
            }
            case NONE -> {
                if (otherwise.isOver()) {
                    end(otherwise, today, now);
                } else {
                    become(otherwise, now);
                }
            }
        }
    }

    private void end(AcceptanceState how, LocalDate today, Instant now) {
        acceptedOn = today;
        become(how, now);
    }

    private void require(AcceptanceState allowed) {
        if (state != allowed) {
            throw new RuleBrokenException("acceptance.rule.state");
        }
    }

    private void become(AcceptanceState next, Instant now) {
        state = next;
        changedAt = now;
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

    LocalDate openedOn() {
        return openedOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    AcceptanceState state() {
        return state;
    }

    List<Point> points() {
        return JSON.readValue(points, POINTS);
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    String ruling() {
        return ruling;
    }

    @Nullable
    Long refundWon() {
        return refundWon;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    LocalDate acceptedOn() {
        return acceptedOn;
    }
}
