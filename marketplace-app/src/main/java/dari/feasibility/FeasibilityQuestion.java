package dari.feasibility;

import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.offers.OfferId;
import dari.provisioner.count.CountAnswer;
import dari.provisioner.count.CountQuestion;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One startup's question about one dataset; its answer never changes. */
@Entity
class FeasibilityQuestion {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "asker"))
    private UserId asker;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "offer"))
    private OfferId offer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private String source;
    private int datasetVersion;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String question;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String questionHash;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FeasibilityStatus status;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String document;

    private @Nullable Long persons;
    private @Nullable String problem;
    private Instant askedAt;
    private @Nullable Instant answeredAt;

    protected FeasibilityQuestion() {}

    FeasibilityQuestion(UUID id, Dataset dataset, CountQuestion asked, Actor actor, Instant now) {
        this.id = id;
        this.startup = actor.organization();
        this.asker = actor.user();
        this.offer = dataset.offer();
        this.hospital = dataset.hospital();
        this.source = dataset.source();
        this.datasetVersion = dataset.version();
        this.question = asked.json();
        this.questionHash = asked.hash();
        this.status = FeasibilityStatus.ASKED;
        this.askedAt = now;
    }

    /**
     * What is asked about.
     *
     * @param version of the dataset, 0 before its hospital signed a profile
     */
    record Dataset(OfferId offer, OrganizationId hospital, String source, int version) {}

    /** A file that is not yet known to be whole. */
    void holds(String text) {
        document = text;
    }

    void answered(CountAnswer answer, Instant now) {
        answered(answer.persons(), now);
    }

    /** The same question was answered before, for the same version of the data. */
    void answeredAs(FeasibilityQuestion before, Instant now) {
        answered(before.persons, now);
    }

    private void answered(@Nullable Long told, Instant now) {
        require();
        persons = told;
        status = FeasibilityStatus.ANSWERED;
        answeredAt = now;
    }

    void refused(@Nullable String code, Instant now) {
        require();
        problem = code;
        status = FeasibilityStatus.REFUSED;
        answeredAt = now;
    }

    private void require() {
        if (status != FeasibilityStatus.ASKED) {
            throw new IllegalStateException("an answer never changes");
        }
    }

    UUID id() {
        return id;
    }

    OrganizationId startup() {
        return startup;
    }

    OrganizationId hospital() {
        return hospital;
    }

    OfferId offer() {
        return offer;
    }

    String source() {
        return source;
    }

    CountQuestion question() {
        return CountQuestion.read(question);
    }

    String questionJson() {
        return question;
    }

    String questionHash() {
        return questionHash;
    }

    FeasibilityStatus status() {
        return status;
    }

    @Nullable
    String document() {
        return document;
    }

    FeasibilityView view(String startupName) {
        return new FeasibilityView(
                id,
                startupName,
                offer,
                source,
                datasetVersion,
                question(),
                status,
                persons,
                problem,
                askedAt,
                answeredAt);
    }
}
