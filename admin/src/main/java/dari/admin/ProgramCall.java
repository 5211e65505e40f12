package dari.admin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class ProgramCall {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CallStatus status;

    private String titleKo;
    private String titleEn;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String summaryKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String summaryEn;

    private LocalDate deadline;
    private long budgetWon;
    private int ownSharePercent;
    private int leastReviews;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String rubric;

    private Instant createdAt;
    private @Nullable Instant openedAt;

    protected ProgramCall() {}

    ProgramCall(UUID id, CallContent content, Instant now) {
        this.id = id;
        this.status = CallStatus.DRAFT;
        this.rubric = Rubric.voucher().text();
        this.createdAt = now;
        fill(content);
    }

    /** Only a draft changes: an open call's conditions are frozen. */
    void change(CallContent content) {
        require(CallStatus.DRAFT, "admin.rule.call.frozen");
        fill(content);
    }

    void open(LocalDate today, Instant now) {
        require(CallStatus.DRAFT, "admin.rule.call.frozen");
        if (deadline.isBefore(today)) {
            throw new ProgramRuleBrokenException("admin.rule.call.past");
        }
        status = CallStatus.OPEN;
        openedAt = now;
    }

    void close() {
        require(CallStatus.OPEN, "admin.rule.call.notOpen");
        status = CallStatus.CLOSED;
    }

    /** Whether an application can be handed in on that day, the deadline's day included. */
    boolean isOpenOn(LocalDate day) {
        return status == CallStatus.OPEN && !day.isAfter(deadline);
    }

    private void require(CallStatus expected, String rule) {
        if (status != expected) {
            throw new ProgramRuleBrokenException(rule);
        }
    }

    private void fill(CallContent content) {
        titleKo = content.titleKo();
        titleEn = content.titleEn();
        summaryKo = content.summaryKo();
        summaryEn = content.summaryEn();
        deadline = content.deadline();
        budgetWon = content.budgetWon();
        ownSharePercent = content.ownSharePercent();
        leastReviews = content.leastReviews();
    }

    CallView view(LocalDate today) {
        return new CallView(
                id,
                status.name(),
                new CallContent(
                        titleKo, titleEn, summaryKo, summaryEn, deadline, budgetWon, ownSharePercent, leastReviews),
                rubric(),
                isOpenOn(today),
                today);
    }

    UUID id() {
        return id;
    }

    CallStatus status() {
        return status;
    }

    String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleKo;
    }

    Rubric rubric() {
        return Rubric.parse(rubric);
    }

    int leastReviews() {
        return leastReviews;
    }

    int ownSharePercent() {
        return ownSharePercent;
    }
}
