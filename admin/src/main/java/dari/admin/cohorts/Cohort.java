package dari.admin.cohorts;

import dari.admin.ProgramRuleBrokenException;
import dari.admin.forms.LocalText;
import dari.matching.assignment.Optimal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Cohort {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private String titleKo;
    private String titleEn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CohortStatus status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Optimal optimal;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String plan;

    private @Nullable LocalDate listsDue;
    private @Nullable Long seed;
    private @Nullable String salt;

    /** The instance as it was run, in its canonical form. */
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String instance;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String certificate;

    private Instant createdAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant ranAt;
    private @Nullable Instant publishedAt;

    protected Cohort() {}

    Cohort(UUID id, UUID call, String titleKo, String titleEn, String plan, Instant now) {
        this.id = id;
        this.programCall = call;
        this.titleKo = titleKo;
        this.titleEn = titleEn;
        this.status = CohortStatus.FORMING;
        this.optimal = Optimal.APPLICANTS;
        this.plan = plan;
        this.createdAt = now;
    }

    /** Only while it is formed: those who rank know exactly what they rank for. */
    void form(String changed) {
        require(CohortStatus.FORMING, "cohorts.rule.frozen");
        plan = changed;
    }

    void askForLists(LocalDate due, Optimal best, SeedCommitment commitment, LocalDate today, Instant now) {
        require(CohortStatus.FORMING, "cohorts.rule.frozen");
        requireFuture(due, today);
        status = CohortStatus.LISTS;
        listsDue = due;
        optimal = best;
        seed = commitment.seed();
        salt = commitment.salt();
        openedAt = now;
    }

    void extend(LocalDate due, LocalDate today) {
        require(CohortStatus.LISTS, "cohorts.rule.state");
        requireFuture(due, today);
        if (listsDue != null && !due.isAfter(listsDue)) {
            throw new ProgramRuleBrokenException("cohorts.rule.earlier");
        }
        listsDue = due;
    }

    /** @param allIn whether every list came in: only then before the day that was promised */
    void close(LocalDate today, boolean allIn) {
        require(CohortStatus.LISTS, "cohorts.rule.state");
        if (takesLists(today) && !allIn) {
            throw new ProgramRuleBrokenException("cohorts.rule.early");
        }
        status = CohortStatus.CLOSED;
    }

    void ran(String frozen, String proof, Instant now) {
        require(CohortStatus.CLOSED, "cohorts.rule.state");
        status = CohortStatus.ASSIGNED;
        instance = frozen;
        certificate = proof;
        ranAt = now;
    }

    void corrected(String proof) {
        if (!hasRun()) {
            throw new ProgramRuleBrokenException("cohorts.rule.state");
        }
        certificate = proof;
    }

    void publish(Instant now) {
        require(CohortStatus.ASSIGNED, "cohorts.rule.state");
        status = CohortStatus.PUBLISHED;
        publishedAt = now;
    }

    /** Whether lists can be sent on that day, the last one included. */
    boolean takesLists(LocalDate today) {
        return status == CohortStatus.LISTS && listsDue != null && !today.isAfter(listsDue);
    }

    boolean hasRun() {
        return status == CohortStatus.ASSIGNED || status == CohortStatus.PUBLISHED;
    }

    private void require(CohortStatus expected, String rule) {
        if (status != expected) {
            throw new ProgramRuleBrokenException(rule);
        }
    }

    private static void requireFuture(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            throw new ProgramRuleBrokenException("cohorts.rule.past");
        }
    }

    UUID id() {
        return id;
    }

    UUID call() {
        return programCall;
    }

    LocalText title() {
        return new LocalText(titleKo, titleEn);
    }

    String titleKo() {
        return titleKo;
    }

    String titleEn() {
        return titleEn;
    }

    CohortStatus status() {
        return status;
    }

    Optimal optimal() {
        return optimal;
    }

    String plan() {
        return plan;
    }

    @Nullable
    LocalDate listsDue() {
        return listsDue;
    }

    /** The bound seed; null before lists were asked for. */
    @Nullable
    SeedCommitment commitment() {
        return seed == null || salt == null ? null : new SeedCommitment(seed, salt);
    }

    @Nullable
    String instance() {
        return instance;
    }

    @Nullable
    String certificate() {
        return certificate;
    }

    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant ranAt() {
        return ranAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }
}
