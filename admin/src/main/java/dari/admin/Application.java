package dari.admin;

import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.FirmSize;
import dari.admin.forms.Answers;
import dari.admin.forms.CoreQuestions;
import dari.admin.forms.LocalText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Application {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID startup;
    private UUID hospital;
    private UUID introduction;
    private UUID offer;
    private int offerRevision;
    private UUID need;
    private int needRevision;
    private String offerTitle;
    private String offerTitleEn;
    private String needTitle;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ApplicationStatus status;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String summaryKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String summaryEn;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String benefit;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String plan;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String snapshot;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte @Nullable [] snapshotHash;

    private @Nullable String track;

    @Convert(converter = JsonText.OfAnswers.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Answers answers;

    @Convert(converter = JsonText.OfDeclaration.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Declaration declared;

    /** What a person confirmed when screening; null before. */
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable FirmSize confirmedSize;

    /** Saves so far; whoever saves says which state was read, so that two open windows do not overwrite each other. */
    private int edits;

    private String editedIn;
    private int submissions;
    private String bonuses;

    @Convert(converter = JsonText.OfReasons.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Map<String, String> returnReasons;

    private @Nullable LocalDate returnedUntil;
    private @Nullable String withdrawnReason;
    private Instant createdAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String reason;
    private @Nullable String conditions;

    protected Application() {}

    Application(UUID id, UUID call, UUID startup, ApplicationPartner partner, ApplicationText text, Instant now) {
        this.id = id;
        this.programCall = call;
        this.startup = startup;
        this.hospital = partner.hospital();
        this.introduction = partner.introduction();
        this.offer = partner.offer();
        this.offerRevision = partner.offerRevision();
        this.need = partner.need();
        this.needRevision = partner.needRevision();
        this.offerTitle = partner.offerTitle().ko();
        this.offerTitleEn = partner.offerTitle().en();
        this.needTitle = partner.needTitle();
        this.status = ApplicationStatus.DRAFT;
        this.createdAt = now;
        this.editedIn = "";
        this.bonuses = "";
        this.answers = Answers.NONE;
        this.declared = Declaration.NONE;
        this.returnReasons = Map.of();
        write(text);
    }

    void change(ApplicationText text) {
        requireWritable();
        write(text);
    }

    /** @throws ProgramRuleBrokenException when somebody saved since this state was read */
    void change(ApplicationDraft draft, DraftState read) {
        requireWritable();
        if (read.edits() != edits && !read.window().equals(editedIn)) {
            throw new ProgramRuleBrokenException("forms.rule.changed");
        }
        edits++;
        editedIn = read.window();
        track = draft.track().isEmpty() ? null : draft.track();
        declared = draft.declared();
        answers = draft.answers();
        summaryKo = answers.of(CoreQuestions.SUMMARY_KO);
        summaryEn = answers.of(CoreQuestions.SUMMARY_EN);
        benefit = answers.of(CoreQuestions.BENEFIT);
        plan = answers.of(CoreQuestions.PLAN);
    }

    /** Freezes everything that reviewers and the later agreement rely on. */
    void submit(ApplicationSubmission frozen, List<String> earned) {
        requireWritable();
        status = ApplicationStatus.SUBMITTED;
        snapshot = frozen.snapshot();
        snapshotHash = frozen.snapshotHash();
        submittedAt = frozen.submittedAt();
        submissions = frozen.number();
        bonuses = String.join(",", earned);
    }

    /**
     * @param why what the applicant reads on top
     * @param questions what to change, by question
     * @param until last day to hand in again, even when the call has closed
     */
    void returnForChanges(String why, Map<String, String> questions, LocalDate until) {
        require(Set.of(ApplicationStatus.SUBMITTED));
        status = ApplicationStatus.RETURNED;
        reason = why;
        returnReasons = Map.copyOf(questions);
        returnedUntil = until;
    }

    /** Whether the office gave it back and still waits for it on that day. */
    boolean mayReturnOn(LocalDate day) {
        return status == ApplicationStatus.RETURNED && returnedUntil != null && !day.isAfter(returnedUntil);
    }

    boolean isWritable() {
        return status == ApplicationStatus.DRAFT || status == ApplicationStatus.RETURNED;
    }

    void requireWritable() {
        require(Set.of(ApplicationStatus.DRAFT, ApplicationStatus.RETURNED));
    }

    void sendToReview() {
        require(Set.of(ApplicationStatus.SUBMITTED, ApplicationStatus.IN_REVIEW));
        status = ApplicationStatus.IN_REVIEW;
    }

    /** Reviews belong to the time between assignment and decision. */
    void requireInReview() {
        if (status != ApplicationStatus.IN_REVIEW) {
            throw new ProgramRuleBrokenException("admin.rule.review.over");
        }
    }

    void withdraw(String why) {
        if (status.isDecided() || status == ApplicationStatus.WITHDRAWN) {
            throw new ProgramRuleBrokenException("admin.rule.application.state");
        }
        status = ApplicationStatus.WITHDRAWN;
        withdrawnReason = why.isEmpty() ? null : why;
    }

    void putBeforePanel() {
        require(Set.of(ApplicationStatus.IN_REVIEW));
        status = ApplicationStatus.DECISION_READY;
    }

    /** What the panel's votes led to: at first, from the reserve list, or after an appeal. */
    void decide(DecisionOutcome outcome, String why, @Nullable String withConditions, UUID by, Instant now) {
        require(Set.of(ApplicationStatus.DECISION_READY, ApplicationStatus.WAITLISTED, ApplicationStatus.APPEALED));
        status = outcome.status();
        reason = why;
        conditions = withConditions;
        decidedBy = by;
        decidedAt = now;
    }

    void appeal() {
        require(Set.of(
                ApplicationStatus.REJECTED, ApplicationStatus.WAITLISTED, ApplicationStatus.APPROVED_WITH_CONDITIONS));
        status = ApplicationStatus.APPEALED;
    }

    /** The appeal changed nothing: what was decided before stands. */
    void uphold(DecisionOutcome former) {
        require(Set.of(ApplicationStatus.APPEALED));
        status = former.status();
    }

    /** Over, although a place was offered or possible: not accepted in time, or the reserve list ended. */
    void close() {
        requirePlace();
        status = ApplicationStatus.CLOSED;
    }

    /** The applicant gives up the place it was offered. */
    void giveUpPlace() {
        requirePlace();
        status = ApplicationStatus.WITHDRAWN;
    }

    private void requirePlace() {
        require(Set.of(
                ApplicationStatus.APPROVED, ApplicationStatus.APPROVED_WITH_CONDITIONS, ApplicationStatus.WAITLISTED));
    }

    private void require(Set<ApplicationStatus> states) {
        if (!states.contains(status)) {
            throw new ProgramRuleBrokenException("admin.rule.application.state");
        }
    }

    private void write(ApplicationText text) {
        summaryKo = text.summaryKo();
        summaryEn = text.summaryEn();
        benefit = text.benefit();
        plan = text.plan();
        answers = whole();
    }

    /** Applications written before forms had questions answered the core ones only. */
    ApplicationDraft draft() {
        return new ApplicationDraft(track == null ? "" : track, whole(), declared);
    }

    private Answers whole() {
        return answers.with(CoreQuestions.SUMMARY_KO, summaryKo)
                .with(CoreQuestions.SUMMARY_EN, summaryEn)
                .with(CoreQuestions.BENEFIT, benefit)
                .with(CoreQuestions.PLAN, plan);
    }

    /** @param size null when what was confirmed no longer holds */
    void confirmSize(@Nullable FirmSize size) {
        confirmedSize = size;
    }

    @Nullable
    FirmSize confirmedSize() {
        return confirmedSize;
    }

    /** How large the lead is: as confirmed, before that as its figures or it itself said. */
    @Nullable
    FirmSize size() {
        return confirmedSize == null ? declared.size() : confirmedSize;
    }

    int edits() {
        return edits;
    }

    int submissions() {
        return submissions;
    }

    /** Codes of the bonuses that the last submission earned. */
    List<String> bonuses() {
        return bonuses.isEmpty() ? List.of() : List.of(bonuses.split(","));
    }

    Map<String, String> returnReasons() {
        return returnReasons;
    }

    @Nullable
    LocalDate returnedUntil() {
        return returnedUntil;
    }

    @Nullable
    String withdrawnReason() {
        return withdrawnReason;
    }

    ApplicationText text() {
        return new ApplicationText(summaryKo, summaryEn, benefit, plan);
    }

    UUID id() {
        return id;
    }

    UUID call() {
        return programCall;
    }

    UUID startup() {
        return startup;
    }

    UUID hospital() {
        return hospital;
    }

    UUID introduction() {
        return introduction;
    }

    UUID offer() {
        return offer;
    }

    int offerRevision() {
        return offerRevision;
    }

    UUID need() {
        return need;
    }

    int needRevision() {
        return needRevision;
    }

    LocalText offerTitle() {
        return new LocalText(offerTitle, offerTitleEn);
    }

    String needTitle() {
        return needTitle;
    }

    ApplicationStatus status() {
        return status;
    }

    @Nullable
    String snapshot() {
        return snapshot;
    }

    byte @Nullable [] snapshotHash() {
        return snapshotHash;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String conditions() {
        return conditions;
    }
}
