package dari.approvals;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One meeting of a board: who is there, and what was said. */
@Entity
class BoardSitting {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private UUID board;
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SittingStatus status;

    private int quorum;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String minutes;

    private @Nullable Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "sitting_attendance", joinColumns = @JoinColumn(name = "sitting"))
    @Column(name = "person")
    private Set<UUID> present = new HashSet<>();

    protected BoardSitting() {}

    BoardSitting(UUID id, OrganizationId hospital, UUID board, LocalDate day, int quorum) {
        this.id = id;
        this.hospital = hospital;
        this.board = board;
        this.day = day;
        this.status = SittingStatus.PLANNED;
        this.quorum = quorum;
    }

    void open(Set<UserId> people, int needed) {
        requireNotClosed();
        present.clear();
        people.forEach(person -> present.add(person.value()));
        quorum = needed;
        status = SittingStatus.OPEN;
    }

    void move(LocalDate to) {
        requireNotClosed();
        day = to;
    }

    void close(String text, Instant now) {
        if (status != SittingStatus.OPEN) {
            throw new RuleBrokenException("approvals.rule.notOpen");
        }
        minutes = text;
        status = SittingStatus.CLOSED;
        closedAt = now;
    }

    /** How many of those who are there may decide a matter from which these stay out. */
    int deciding(Set<UserId> out) {
        return Math.toIntExact(present.stream()
                .filter(person -> !out.contains(new UserId(person)))
                .count());
    }

    private void requireNotClosed() {
        if (status == SittingStatus.CLOSED) {
            throw new RuleBrokenException("approvals.rule.closed");
        }
    }

    Set<UserId> present() {
        return present.stream().map(UserId::new).collect(Collectors.toSet());
    }

    UUID id() {
        return id;
    }

    OrganizationId hospital() {
        return hospital;
    }

    UUID board() {
        return board;
    }

    LocalDate day() {
        return day;
    }

    SittingStatus status() {
        return status;
    }

    int quorum() {
        return quorum;
    }

    @Nullable
    String minutes() {
        return minutes;
    }
}
