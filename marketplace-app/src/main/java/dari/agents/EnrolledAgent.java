package dari.agents;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "hospital_agent")
class EnrolledAgent {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private String publicKey;
    private String sources;
    private String exclusionLists;
    private String exclusionsBehind;
    private Instant enrolledAt;
    private @Nullable Instant lastSeen;
    private @Nullable Instant revokedAt;

    protected EnrolledAgent() {}

    EnrolledAgent(UUID id, OrganizationId hospital, String publicKey, Instant now) {
        this.id = id;
        this.hospital = hospital;
        this.publicKey = publicKey;
        this.sources = "";
        this.exclusionLists = "";
        this.exclusionsBehind = "";
        this.enrolledAt = now;
    }

    void seen(List<String> names, @Nullable Map<String, LocalDate> lists, Instant now) {
        ToldLists told = lists().after(lists, names);
        sources = String.join(",", names);
        exclusionLists = told.datesAsText();
        exclusionsBehind = told.behindAsText();
        lastSeen = now;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean wasSeenSince(Instant time) {
        return lastSeen != null && !lastSeen.isBefore(time);
    }

    UUID id() {
        return id;
    }

    OrganizationId hospital() {
        return hospital;
    }

    String publicKey() {
        return publicKey;
    }

    List<String> sources() {
        return sources.isEmpty() ? List.of() : List.of(sources.split(","));
    }

    ToldLists lists() {
        return ToldLists.of(exclusionLists, exclusionsBehind);
    }

    /** Those that it may be asked about: none whose exclusion list was set back. */
    List<String> usableSources() {
        return sources().stream()
                .filter(source -> !lists().behind().contains(source))
                .toList();
    }

    Instant enrolledAt() {
        return enrolledAt;
    }

    @Nullable
    Instant lastSeen() {
        return lastSeen;
    }
}
