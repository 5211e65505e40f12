package dari.agreements;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Agreement {

    @Id
    private UUID id;

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

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup_signer"))
    private @Nullable UserId startupSigner;

    private @Nullable String startupSignature;
    private @Nullable Instant startupSignedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital_signer"))
    private @Nullable UserId hospitalSigner;

    private @Nullable String hospitalSignature;
    private @Nullable Instant hospitalSignedAt;

    /** Whether the program signs as the third; the order is fixed then. */
    private boolean programSigns;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "program_signer"))
    private @Nullable UserId programSigner;

    private @Nullable String programSignature;
    private @Nullable Instant programSignedAt;

    protected Agreement() {}

    Agreement(
            UUID id,
            ProjectId project,
            OrganizationId startup,
            OrganizationId hospital,
            AgreementText text,
            LocalDate validUntil,
            boolean programSigns) {
        this.id = id;
        this.project = project;
        this.startup = startup;
        this.hospital = hospital;
        this.status = AgreementStatus.DRAFTED;
        this.clauses = text.clauses();
        this.textKo = text.korean();
        this.textEn = text.english();
        this.textHash = text.hash();
        this.validUntil = validUntil;
        this.programSigns = programSigns;
    }

    /**
     * Signs for one side: two in either order, three in the order startup, hospital, program. The signer names the text that was read by its hash.
     *
     * @param name as typed by the signer
     */
    void sign(Actor signer, String name, String readHash, Instant now) {
        if (!readHash.equals(hash())) {
            throw new RuleBrokenException("agreements.rule.otherText");
        }
        if (signer.face() == Face.PROGRAM) {
            signForProgram(signer.user(), name, now);
            return;
        }
        boolean forStartup = signer.face() == Face.STARTUP;
        if (programSigns && !forStartup && status == AgreementStatus.DRAFTED) {
            throw new RuleBrokenException("agreements.rule.order");
        }
        AgreementStatus alone = forStartup ? AgreementStatus.SIGNED_STARTUP : AgreementStatus.SIGNED_HOSPITAL;
        AgreementStatus other = forStartup ? AgreementStatus.SIGNED_HOSPITAL : AgreementStatus.SIGNED_STARTUP;
        if (status == AgreementStatus.DRAFTED) {
            status = alone;
        } else if (status == other) {
            status = programSigns ? AgreementStatus.SIGNED_BOTH : AgreementStatus.EFFECTIVE;
        } else {
            throw new RuleBrokenException("agreements.rule.signed");
        }
        if (forStartup) {
            startupSigner = signer.user();
            startupSignature = name;
            startupSignedAt = now;
        } else {
            hospitalSigner = signer.user();
            hospitalSignature = name;
            hospitalSignedAt = now;
        }
    }

    private void signForProgram(UserId user, String name, Instant now) {
        if (status != AgreementStatus.SIGNED_BOTH) {
            throw new RuleBrokenException(
                    programSignature == null ? "agreements.rule.order" : "agreements.rule.signed");
        }
        status = AgreementStatus.EFFECTIVE;
        programSigner = user;
        programSignature = name;
        programSignedAt = now;
    }

    boolean programSigns() {
        return programSigns;
    }

    void terminate() {
        status = AgreementStatus.TERMINATED;
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

    boolean isOf(OrganizationId organization) {
        return startup.equals(organization) || hospital.equals(organization);
    }

    AgreementView view() {
        return new AgreementView(
                project,
                status,
                clauses,
                textKo,
                textEn,
                hash(),
                validUntil,
                startupSignature,
                startupSignedAt,
                hospitalSignature,
                hospitalSignedAt,
                programSigns,
                programSignature,
                programSignedAt);
    }

    LocalDate validUntil() {
        return validUntil;
    }

    OrganizationId startup() {
        return startup;
    }

    OrganizationId hospital() {
        return hospital;
    }

    AgreementStatus status() {
        return status;
    }
}
