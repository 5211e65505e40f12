package dari.auditors;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That one person may look at some calls for some days. */
@Entity
@Table(name = "audit_mandate")
class Mandate {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "auditor"))
    private UserId auditor;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "granted_by"))
    private UserId grantedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "audit_mandate_call", joinColumns = @JoinColumn(name = "mandate"))
    @Column(name = "program_call")
    private Set<UUID> calls;

    private LocalDate firstDay;
    private LocalDate lastDay;
    private String reason;
    private Instant grantedAt;
    private @Nullable Instant endedAt;

    protected Mandate() {}

    Mandate(UUID id, NewMandate granted, UserId grantedBy, Instant now) {
        this.id = id;
        this.auditor = granted.auditor();
        this.grantedBy = grantedBy;
        this.calls = new HashSet<>(granted.calls());
        this.firstDay = granted.firstDay();
        this.lastDay = granted.lastDay();
        this.reason = granted.reason();
        this.grantedAt = now;
    }

    /** The last day is included. */
    boolean isInForce(LocalDate today) {
        return endedAt == null && !today.isBefore(firstDay) && !today.isAfter(lastDay);
    }

    boolean isOver(LocalDate today) {
        return endedAt != null || today.isAfter(lastDay);
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UserId auditor() {
        return auditor;
    }

    Set<UUID> calls() {
        return Set.copyOf(calls);
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    String reason() {
        return reason;
    }
}
