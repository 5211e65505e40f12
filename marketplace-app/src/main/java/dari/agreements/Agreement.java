package dari.agreements;

import dari.kernel.Actor;
import dari.kernel.Face;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One revision of the agreement of a project: an amendment is a further revision. */
@Entity
class Agreement {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    private int revision;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "agreement_party", joinColumns = @JoinColumn(name = "agreement"))
    @OrderColumn(name = "place")
    @BatchSize(size = 100)
    private List<AgreementParty> parties = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AgreementStatus status;

    private String clauses;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String textKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String textEn;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] textHash;

    private LocalDate validUntil;
    private @Nullable UUID sealedFile;
    private @Nullable String draftedBecause;
    private @Nullable String endReason;
    private @Nullable Instant endedAt;

    protected Agreement() {}

    /** @param signing those who sign, in their order */
    Agreement(
            UUID id,
            ProjectId project,
            OrganizationId startup,
            OrganizationId hospital,
            List<AgreementParty> signing,
            AgreementText text,
            LocalDate validUntil) {
        this.id = id;
        this.project = project;
        this.revision = 1;
        this.startup = startup;
        this.hospital = hospital;
        this.parties = new ArrayList<>(signing);
        this.status = AgreementStatus.DRAFTED;
        this.clauses = text.clauses();
        this.textKo = text.korean();
        this.textEn = text.english();
        this.textHash = text.hash();
        this.validUntil = validUntil;
    }

    /** A draft of what shall hold instead, to be signed by the same parties in the same order. */
    Agreement amendment(UUID newId, AgreementText text, LocalDate until, String because) {
        require(AgreementStatus.EFFECTIVE);
        Agreement next = new Agreement(
                newId,
                project,
                startup,
                hospital,
                parties.stream().map(AgreementParty::unsigned).toList(),
                text,
                until);
        next.revision = revision + 1;
        next.draftedBecause = because;
        return next;
    }

    /**
     * Signs for the party whose turn it is. The signer names the text that was read by its hash.
     *
     * @param name as typed by the signer
     */
    void sign(Actor signer, String name, String readHash, Instant now) {
        if (!readHash.equals(hash())) {
            throw new RuleBrokenException("agreements.rule.otherText");
        }
        if (status == AgreementStatus.CHANGES_REQUESTED) {
            throw new RuleBrokenException("agreements.rule.changesOpen");
        }
        AgreementParty next = next();
        if (next == null || isOver()) {
            throw new RuleBrokenException("agreements.rule.signed");
        }
        if (!next.isFor(signer)) {
            boolean signed = parties.stream().anyMatch(party -> party.hasSigned() && party.isFor(signer));
            throw new RuleBrokenException(signed ? "agreements.rule.signed" : "agreements.rule.order");
        }
        next.sign(signer, name, now);
        status = afterSigning(next.side());
    }

    private AgreementStatus afterSigning(Face signed) {
        AgreementParty next = next();
        if (next == null) {
            return AgreementStatus.EFFECTIVE;
        }
        if (next.side() == Face.PROGRAM) {
            return AgreementStatus.SIGNED_BOTH;
        }
        return signed == Face.STARTUP ? AgreementStatus.SIGNED_STARTUP : AgreementStatus.SIGNED_HOSPITAL;
    }

    /** Whose turn it is; null when all signed. */
    @Nullable
    AgreementParty next() {
        return parties.stream().filter(party -> !party.hasSigned()).findFirst().orElse(null);
    }

    /** What nobody has signed yet may still change. */
    private void requireUnsigned() {
        if (isOver() || parties.stream().anyMatch(AgreementParty::hasSigned)) {
            throw new RuleBrokenException("agreements.rule.unsignedOnly");
        }
    }

    /** The clauses of what nobody has signed yet may still change; where a file stands for them, nobody reads them. */
    private void requireOpenText() {
        requireUnsigned();
        if (sealedFile != null) {
            throw new RuleBrokenException("agreements.rule.sealed");
        }
    }

    void changesRequested() {
        requireOpenText();
        status = AgreementStatus.CHANGES_REQUESTED;
    }

    void allAnswered() {
        if (status == AgreementStatus.CHANGES_REQUESTED) {
            status = AgreementStatus.DRAFTED;
        }
    }

    void write(AgreementText text) {
        requireOpenText();
        textKo = text.korean();
        textEn = text.english();
        textHash = text.hash();
    }

    /** A file stands for the text from now on; its hash is what is signed. */
    void seal(UUID file, byte[] hash) {
        requireUnsigned();
        sealedFile = file;
        textHash = hash;
    }

    /** What is over already stays as it ended. */
    void terminate(String why, Instant now) {
        if (!isOver()) {
            status = AgreementStatus.TERMINATED;
            endReason = why;
            endedAt = now;
        }
    }

    void supersede(Instant now) {
        status = AgreementStatus.SUPERSEDED;
        endedAt = now;
    }

    private void require(AgreementStatus needed) {
        if (status != needed) {
            throw new RuleBrokenException("agreements.rule.state");
        }
    }

    private boolean isOver() {
        return status == AgreementStatus.TERMINATED || status == AgreementStatus.SUPERSEDED;
    }

    ProjectId project() {
        return project;
    }

    boolean isEffectiveOn(LocalDate day) {
        return status == AgreementStatus.EFFECTIVE && !day.isAfter(validUntil);
    }

    String hash() {
        return HexFormat.of().formatHex(textHash);
    }

    /** The startup and the hospital. */
    List<OrganizationId> sides() {
        return List.of(startup, hospital);
    }

    boolean isOf(Actor actor) {
        return parties.stream().anyMatch(party -> party.isFor(actor));
    }

    AgreementView view() {
        return new AgreementView(
                id,
                project,
                revision,
                status,
                clauses,
                textKo,
                textEn,
                hash(),
                validUntil,
                sealedFile,
                draftedBecause,
                endReason,
                endedAt,
                parties.stream()
                        .map(party -> new AgreementView.Party(
                                party.side(), party.organization(), party.signature(), party.signedAt()))
                        .toList());
    }

    UUID id() {
        return id;
    }

    int revision() {
        return revision;
    }

    @Nullable
    UUID sealedFile() {
        return sealedFile;
    }

    String clauses() {
        return clauses;
    }

    String textKo() {
        return textKo;
    }

    String textEn() {
        return textEn;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    List<AgreementParty> parties() {
        return List.copyOf(parties);
    }

    AgreementStatus status() {
        return status;
    }
}
