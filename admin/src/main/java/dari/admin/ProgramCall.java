package dari.admin;

import dari.admin.eligibility.Eligibility;
import dari.admin.forms.FormDefinition;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    private String zone;
    private @Nullable LocalDate opensOn;
    private @Nullable LocalDate reviewUntil;
    private @Nullable LocalDate decisionOn;

    @Convert(converter = RubricText.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Rubric rubric;

    @Convert(converter = JsonText.OfRules.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private CallRules rules;

    @Convert(converter = JsonText.OfFunding.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Funding funding;

    @Convert(converter = JsonText.OfEligibility.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Eligibility eligibility;

    @Convert(converter = JsonText.OfForm.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private FormDefinition form;

    @Convert(converter = JsonText.OfMilestones.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private List<PlannedMilestone> milestones;

    /** Versions frozen so far; the last is in force. */
    private int frozen;

    private @Nullable String extendedReason;
    private @Nullable String cancelledReason;
    private Instant createdAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant changedAt;

    protected ProgramCall() {}

    ProgramCall(UUID id, CallContent content, CallDesign design, Instant now) {
        this.id = id;
        this.status = CallStatus.DRAFT;
        this.createdAt = now;
        fill(content);
        fill(design);
        this.changedAt = now;
    }

    /** Only a draft changes: an open call's conditions are frozen. */
    void change(CallContent content, Instant now) {
        require(CallStatus.DRAFT, "admin.rule.call.frozen");
        fill(content);
        changedAt = now;
    }

    void change(CallDesign design, Instant now) {
        require(CallStatus.DRAFT, "admin.rule.call.frozen");
        fill(design);
        changedAt = now;
    }

    void open(LocalDate today, Instant now) {
        require(CallStatus.DRAFT, "admin.rule.call.frozen");
        if (deadline.isBefore(today)) {
            throw new ProgramRuleBrokenException("admin.rule.call.past");
        }
        if (!design().dates().isInOrder(deadline, rules.presentation().day())) {
            throw new ProgramRuleBrokenException("calls.rule.order");
        }
        status = CallStatus.OPEN;
        frozen = 1;
        openedAt = now;
        changedAt = now;
    }

    /** Gives applicants longer; whoever handed in already keeps what was handed in. */
    void extend(LocalDate until, String why, LocalDate today, Instant now) {
        require(CallStatus.OPEN, "admin.rule.call.notOpen");
        if (!until.isAfter(deadline) || until.isBefore(today)) {
            throw new ProgramRuleBrokenException("calls.rule.extend");
        }
        if (!design().dates().isInOrder(until, rules.presentation().day())) {
            throw new ProgramRuleBrokenException("calls.rule.order");
        }
        deadline = until;
        frozen++;
        extendedReason = why;
        changedAt = now;
    }

    void cancel(String why, Instant now) {
        if (status != CallStatus.OPEN && status != CallStatus.CLOSED) {
            throw new ProgramRuleBrokenException("calls.rule.cancel");
        }
        status = CallStatus.CANCELLED;
        cancelledReason = why;
        changedAt = now;
    }

    void close() {
        require(CallStatus.OPEN, "admin.rule.call.notOpen");
        status = CallStatus.CLOSED;
    }

    /** Whether an application can be handed in on that day, the first and the last day included. */
    boolean isOpenOn(LocalDate day) {
        return status == CallStatus.OPEN && !day.isAfter(deadline) && (opensOn == null || !day.isBefore(opensOn));
    }

    /** The day it is now where this call's days begin and end. */
    LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneId.of(zone)));
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

    private void fill(CallDesign design) {
        zone = design.dates().zone().getId();
        opensOn = design.dates().opensOn();
        reviewUntil = design.dates().reviewUntil();
        decisionOn = design.dates().decisionOn();
        funding = design.funding();
        eligibility = design.eligibility();
        form = design.form();
        rubric = design.rubric();
        rules = design.rules();
        milestones = design.milestones();
    }

    CallContent content() {
        return new CallContent(
                titleKo, titleEn, summaryKo, summaryEn, deadline, budgetWon, ownSharePercent, leastReviews);
    }

    CallDesign design() {
        return new CallDesign(
                new CallDates(ZoneId.of(zone), opensOn, reviewUntil, decisionOn),
                funding,
                eligibility,
                form,
                rubric,
                rules,
                milestones);
    }

    CallView view(LocalDate today) {
        boolean over = status == CallStatus.OPEN && today.isAfter(deadline);
        return new CallView(
                id,
                over ? CallStatus.CLOSED.name() : status.name(),
                content(),
                design(),
                isOpenOn(today),
                today,
                frozen,
                extendedReason,
                cancelledReason,
                Objects.requireNonNullElse(changedAt, createdAt));
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
        return rubric;
    }

    CallRules rules() {
        return rules;
    }

    FormDefinition form() {
        return form;
    }

    int frozen() {
        return frozen;
    }

    int leastReviews() {
        return leastReviews;
    }

    int ownSharePercent() {
        return ownSharePercent;
    }
}
