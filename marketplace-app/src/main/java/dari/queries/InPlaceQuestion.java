package dari.queries;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.query.KeptAnswer;
import dari.provisioner.query.KeptQuestion;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.query.QueryAnswer.Refusal;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A question to a release that stays at the hospital, and its answer as long as whoever asked may look at it. */
@Entity
class InPlaceQuestion {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private String source;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person"))
    private UserId person;

    /** By which the release was made. */
    private UUID releaseJob;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String manifest;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String text;

    private boolean taken;
    private boolean onlyHarmless;
    private @Nullable UUID token;
    private String network;
    private Instant askedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Refusal refusal;

    /** The agent's signed word; it counts once the question has ended. */
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String document;

    /** Whether its answer is kept from the program that asked. */
    private boolean held;

    private boolean fetched;

    protected InPlaceQuestion() {}

    /** @param manifest hash of what the hospital signed of the release */
    InPlaceQuestion(
            UUID id,
            SandboxView sandbox,
            UserId person,
            UUID releaseJob,
            String manifest,
            Question question,
            String network,
            Instant now) {
        this.id = id;
        this.sandbox = sandbox.id();
        this.hospital = sandbox.project().hospital().id();
        this.source = sandbox.source();
        this.person = person;
        this.releaseJob = releaseJob;
        this.manifest = manifest;
        this.text = question.sql();
        this.taken = question.taken();
        this.onlyHarmless = question.onlyHarmless();
        this.token = question.token();
        this.network = network;
        this.askedAt = now;
    }

    /** The agent sent its word; it counts once the agent says that this was all. */
    void holds(String word) {
        document = word;
    }

    /** @param kept from the program that asked */
    void answered(boolean kept, Instant now) {
        endedAt = now;
        held = kept;
    }

    void refused(Refusal why, Instant now) {
        endedAt = now;
        refusal = why;
        document = null;
    }

    /** @return whether this is the first time that a program gets the answer */
    boolean fetch() {
        boolean first = !fetched && token != null && leaves();
        fetched |= first;
        return first;
    }

    private boolean leaves() {
        return taken && !held && answer().problem() == null;
    }

    boolean waits() {
        return endedAt == null;
    }

    /** What became of it; {@link Refusal#WAITING} before its end. */
    QueryAnswer answer() {
        if (waits()) {
            return QueryAnswer.refused(Refusal.WAITING, "");
        }
        if (refusal != null) {
            return QueryAnswer.refused(refusal, "");
        }
        return told();
    }

    /** What the agent told, whether it counts yet or not. */
    QueryAnswer told() {
        String content = Json.parse(Objects.requireNonNull(document), Signed.class, KeptAnswer.FILE)
                .content();
        return Json.parse(content, KeptAnswer.class, KeptAnswer.FILE).answer();
    }

    /** What the hospital reads of it from its end on. */
    SandboxQuery record() {
        return new SandboxQuery(id, sandbox, person, asked(), answer(), leaves(), network, askedAt);
    }

    KeptQuestion kept() {
        return new KeptQuestion(releaseJob, manifest, text);
    }

    Question asked() {
        return new Question(text, taken, onlyHarmless, token);
    }

    UUID id() {
        return id;
    }

    SandboxId sandbox() {
        return sandbox;
    }

    String source() {
        return source;
    }

    UserId person() {
        return person;
    }

    UUID releaseJob() {
        return releaseJob;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    String document() {
        return document;
    }
}
