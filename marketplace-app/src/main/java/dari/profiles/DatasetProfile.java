package dari.profiles;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.provisioner.Sha256;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of what a hospital shows of a source. */
@Entity
class DatasetProfile {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private String source;
    private int number;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ProfileStatus status;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String document;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String shown;

    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String shownHash;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "signer"))
    private @Nullable UserId signer;

    private @Nullable String signature;
    private @Nullable Instant signedAt;
    private @Nullable String problem;
    private @Nullable String place;
    private Instant changedAt;

    protected DatasetProfile() {}

    DatasetProfile(UUID id, OrganizationId hospital, String source, int number, Instant now) {
        this.id = id;
        this.hospital = hospital;
        this.source = source;
        this.number = number;
        this.status = ProfileStatus.ASKED;
        this.changedAt = now;
    }

    /** A file that is not yet known to be whole. */
    void holds(String text) {
        require(ProfileStatus.ASKED);
        document = text;
    }

    void received(Instant now) {
        require(ProfileStatus.ASKED);
        become(ProfileStatus.RECEIVED, now);
    }

    void failed(@Nullable String code, @Nullable String where, Instant now) {
        require(ProfileStatus.ASKED);
        problem = code;
        place = where;
        become(ProfileStatus.FAILED, now);
    }

    /** @param text what is shown from now on, to the letter */
    void sign(UserId who, String name, String text, Instant now) {
        require(ProfileStatus.RECEIVED);
        shown = text;
        shownHash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
        signer = who;
        signature = name;
        signedAt = now;
        become(ProfileStatus.SIGNED, now);
    }

    void replaced(Instant now) {
        become(ProfileStatus.REPLACED, now);
    }

    private void become(ProfileStatus next, Instant now) {
        status = next;
        changedAt = now;
    }

    private void require(ProfileStatus present) {
        if (status != present) {
            throw new RuleBrokenException("profiles.rule.state");
        }
    }

    UUID id() {
        return id;
    }

    OrganizationId hospital() {
        return hospital;
    }

    String source() {
        return source;
    }

    int number() {
        return number;
    }

    ProfileStatus status() {
        return status;
    }

    @Nullable
    String document() {
        return document;
    }

    @Nullable
    String shown() {
        return shown;
    }

    @Nullable
    String shownHash() {
        return shownHash;
    }

    ProfileView view() {
        return new ProfileView(id, source, number, status, signature, signedAt, shownHash, problem, place, changedAt);
    }
}
