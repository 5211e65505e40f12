package dari.sandboxes;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Sandbox {

    private static final Set<SandboxStatus> BEFORE_A_RELEASE =
            EnumSet.of(SandboxStatus.REQUESTED, SandboxStatus.RECIPE_SET, SandboxStatus.HELD);

    private static final Set<SandboxStatus> OPENABLE =
            EnumSet.of(SandboxStatus.READY, SandboxStatus.ACTIVE, SandboxStatus.SUSPENDED);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SandboxId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private String source;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SandboxStatus status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Tier tier;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String recipe;

    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String recipeHash;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "recipe_author"))
    private @Nullable UserId recipeAuthor;

    @Embedded
    private @Nullable PrivacyCost cost;

    private @Nullable UUID agent;
    private @Nullable String waitingFor;
    private @Nullable String note;
    private @Nullable String problem;
    private @Nullable String lapsed;
    private Instant requestedAt;
    private Instant changedAt;
    private @Nullable LocalDate openedOn;
    private @Nullable LocalDate expiresOn;

    /** Given by renewals: they stay whatever day the agreed ones count from. */
    private int renewedDays;

    protected Sandbox() {}

    Sandbox(SandboxId id, ProjectView project, String source, Tier tier, Instant now) {
        this.id = id;
        this.project = project.id();
        this.startup = project.startup().id();
        this.hospital = project.hospital().id();
        this.source = source;
        this.status = SandboxStatus.REQUESTED;
        this.tier = tier;
        this.requestedAt = now;
        this.changedAt = now;
    }

    /** @param price what a run takes from the privacy budget; null for nothing */
    void setRecipe(String text, String hash, @Nullable PrivacyCost price, UserId author, Instant now) {
        require(BEFORE_A_RELEASE);
        recipe = text;
        recipeHash = hash;
        cost = price;
        recipeAuthor = author;
        note = null;
        problem = null;
        become(SandboxStatus.RECIPE_SET, now);
    }

    void generate(UUID byAgent, Instant now) {
        require(EnumSet.of(SandboxStatus.RECIPE_SET, SandboxStatus.GENERATING));
        agent = byAgent;
        become(SandboxStatus.GENERATING, now);
    }

    void waitsFor(@Nullable String whom) {
        waitingFor = whom;
    }

    void released(Instant now) {
        requireGenerating();
        waitingFor = null;
        become(SandboxStatus.IN_REVIEW, now);
    }

    /** @param code the agent's, with the note as its place or limit; null when a person held it */
    void hold(@Nullable String code, @Nullable String why, Instant now) {
        waitingFor = null;
        problem = code;
        note = why;
        become(SandboxStatus.HELD, now);
    }

    void ready(Instant now) {
        require(EnumSet.of(SandboxStatus.IN_REVIEW));
        become(SandboxStatus.READY, now);
    }

    /** The first access to what was prepared starts the agreed days. */
    void open(LocalDate today, int days, Instant now) {
        require(EnumSet.of(SandboxStatus.READY, SandboxStatus.ACTIVE));
        if (expiresOn == null) {
            openedOn = openedOn == null ? today : openedOn;
            expiresOn = lastDay(today, days);
            become(SandboxStatus.ACTIVE, now);
        }
    }

    /** The agreed days count from this day on, and those of renewals after them; what has ended stays so. */
    void countFrom(LocalDate day, int days) {
        if (!hasEnded()) {
            expiresOn = lastDay(day, days);
        }
    }

    /** @throws RuleBrokenException unless its days are counted */
    void renew(int days) {
        LocalDate last = expiresOn;
        if (last == null || hasEnded()) {
            throw new RuleBrokenException("sandboxes.rule.state");
        }
        renewedDays += days;
        expiresOn = last.plusDays(days);
    }

    private LocalDate lastDay(LocalDate from, int days) {
        return from.plusDays(days).plusDays(renewedDays);
    }

    /** It is prepared anew by the same recipe; the days of access begin again with the next look. */
    void prepareAgain(Instant now) {
        require(OPENABLE);
        expiresOn = null;
        note = null;
        lapsed = null;
        become(SandboxStatus.RECIPE_SET, now);
    }

    void stop(Instant now) {
        become(SandboxStatus.SUSPENDED, now);
    }

    /** A condition of access no longer holds. */
    void lapse(String codes, Instant now) {
        require(EnumSet.of(SandboxStatus.READY, SandboxStatus.ACTIVE));
        lapsed = codes;
        become(SandboxStatus.SUSPENDED, now);
    }

    /** What stopped access is mended; the agreed days went on. */
    void restore(Instant now) {
        require(EnumSet.of(SandboxStatus.SUSPENDED));
        lapsed = null;
        note = null;
        become(expiresOn == null ? SandboxStatus.READY : SandboxStatus.ACTIVE, now);
    }

    /** What could be looked into has been; anything else never will be. */
    void end(Instant now) {
        become(OPENABLE.contains(status) ? SandboxStatus.EXPIRED : SandboxStatus.CANCELLED, now);
    }

    boolean isOpen() {
        return status == SandboxStatus.READY || status == SandboxStatus.ACTIVE;
    }

    boolean hasEnded() {
        return status == SandboxStatus.EXPIRED || status == SandboxStatus.CANCELLED;
    }

    /** @throws RuleBrokenException unless an agent works on it */
    void requireGenerating() {
        require(EnumSet.of(SandboxStatus.GENERATING));
    }

    boolean isOver(LocalDate today) {
        return expiresOn != null && today.isAfter(expiresOn);
    }

    private void require(Set<SandboxStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new RuleBrokenException("sandboxes.rule.state");
        }
    }

    private void become(SandboxStatus next, Instant now) {
        status = next;
        changedAt = now;
    }

    SandboxId id() {
        return id;
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

    String source() {
        return source;
    }

    SandboxStatus status() {
        return status;
    }

    Tier tier() {
        return tier;
    }

    @Nullable
    String recipe() {
        return recipe;
    }

    @Nullable
    String recipeHash() {
        return recipeHash;
    }

    @Nullable
    PrivacyCost cost() {
        return cost;
    }

    @Nullable
    UserId recipeAuthor() {
        return recipeAuthor;
    }

    @Nullable
    UUID agent() {
        return agent;
    }

    @Nullable
    String waitingFor() {
        return waitingFor;
    }

    @Nullable
    String problem() {
        return problem;
    }

    @Nullable
    String note() {
        return note;
    }

    /** Codes of the conditions that stopped access, with commas between. */
    @Nullable
    String lapsed() {
        return lapsed;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    LocalDate openedOn() {
        return openedOn;
    }

    @Nullable
    LocalDate expiresOn() {
        return expiresOn;
    }
}
