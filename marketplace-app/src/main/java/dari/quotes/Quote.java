package dari.quotes;

import dari.introductions.IntroductionId;
import dari.introductions.IntroductionView;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Quote {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID introduction;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private int number;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private QuoteOrigin origin;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private QuoteStatus status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PaymentGate gate;

    private LocalDate validUntil;
    private String note;
    private long priceWon;
    private long vatWon;
    private @Nullable UUID project;
    private Instant writtenAt;
    private @Nullable Instant answeredAt;
    private @Nullable String reason;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "quote_line", joinColumns = @JoinColumn(name = "quote"))
    @OrderColumn(name = "line")
    private List<QuoteLine> lines;

    protected Quote() {}

    Quote(UUID id, IntroductionView talk, int number, QuoteOrigin origin, NewQuote asked, Instant now) {
        this.id = id;
        this.introduction = talk.id().value();
        this.startup = talk.startup().id();
        this.hospital = talk.hospital().id();
        this.number = number;
        this.origin = origin;
        this.status = QuoteStatus.OPEN;
        this.gate = asked.gate();
        this.validUntil = asked.validUntil();
        this.note = asked.note();
        this.lines = asked.lines();
        this.priceWon = asked.lines().stream().mapToLong(QuoteLine::priceWon).sum();
        this.vatWon = asked.lines().stream().mapToLong(QuoteLine::vatWon).sum();
        this.writtenAt = now;
    }

    void accept(LocalDate today, Instant now) {
        requireOpen(today);
        status = QuoteStatus.ACCEPTED;
        answeredAt = now;
    }

    void decline(String why, LocalDate today, Instant now) {
        requireOpen(today);
        status = QuoteStatus.DECLINED;
        answeredAt = now;
        reason = why;
    }

    /** A later version stands in its place, also of an accepted one that nothing was invoiced of. */
    void replace() {
        if (status == QuoteStatus.OPEN || status == QuoteStatus.ACCEPTED) {
            status = QuoteStatus.REPLACED;
        }
    }

    void invoicedFor(ProjectId invoiced) {
        project = invoiced.value();
    }

    private void requireOpen(LocalDate today) {
        if (statusOn(today) != QuoteStatus.OPEN) {
            throw new RuleBrokenException("quotes.rule.answered");
        }
    }

    QuoteStatus statusOn(LocalDate today) {
        return status == QuoteStatus.OPEN && today.isAfter(validUntil) ? QuoteStatus.EXPIRED : status;
    }

    boolean wasAcceptedBefore(Instant moment) {
        return status == QuoteStatus.ACCEPTED && answeredAt != null && answeredAt.isBefore(moment);
    }

    PaymentGate gate() {
        return gate;
    }

    boolean isInvoiced() {
        return project != null;
    }

    QuoteId id() {
        return new QuoteId(id);
    }

    UUID introduction() {
        return introduction;
    }

    OrganizationId startup() {
        return startup;
    }

    OrganizationId hospital() {
        return hospital;
    }

    int number() {
        return number;
    }

    QuoteView view(LocalDate today) {
        return new QuoteView(
                id(),
                new IntroductionId(introduction),
                startup,
                hospital,
                number,
                origin,
                statusOn(today),
                gate,
                validUntil,
                note,
                List.copyOf(lines),
                priceWon,
                vatWon,
                project == null ? null : new ProjectId(project),
                writtenAt,
                answeredAt,
                reason);
    }
}
