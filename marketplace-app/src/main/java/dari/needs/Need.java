package dari.needs;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.TextsRead;
import dari.matching.json.MatchingJson;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Need {

    private static final TextsRead<NeedContent> CONTENTS =
            new TextsRead<>(json -> MatchingJson.mapper().readValue(json, NeedContent.class));

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private NeedId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NeedStatus status;

    private int revision;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    /** Codes of the content beside it, so that the database can look for them. */
    private String modality;

    private String disease;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NeedAudience audience;

    /** The hospitals that were named; none while the audience is another. */
    @ElementCollection
    @CollectionTable(name = "need_viewer", joinColumns = @JoinColumn(name = "need"))
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private Set<OrganizationId> viewers = new HashSet<>();

    private Instant createdAt;
    private Instant changedAt;

    protected Need() {}

    Need(NeedId id, OrganizationId startup, NeedContent content, Instant now) {
        this.id = id;
        this.startup = startup;
        this.status = NeedStatus.DRAFT;
        this.revision = 1;
        this.audience = NeedAudience.ASKED;
        say(content);
        this.createdAt = now;
        this.changedAt = now;
    }

    void revise(NeedContent newContent, Instant now) {
        require(status != NeedStatus.WITHDRAWN, "needs.rule.withdrawn");
        if (status == NeedStatus.PUBLISHED) {
            revision++;
        }
        say(newContent);
        changedAt = now;
    }

    /** @return whether anything changed */
    boolean showTo(NeedAudience newAudience, Set<OrganizationId> hospitals) {
        require(status != NeedStatus.WITHDRAWN, "needs.rule.withdrawn");
        Set<OrganizationId> named = newAudience == NeedAudience.CHOSEN ? hospitals : Set.of();
        boolean changed = audience != newAudience || !viewers.equals(named);
        audience = newAudience;
        viewers.retainAll(named);
        viewers.addAll(named);
        return changed;
    }

    private void say(NeedContent newContent) {
        content = MatchingJson.mapper().writeValueAsString(newContent);
        modality = newContent.modality();
        disease = newContent.disease();
    }

    void publish(Instant now) {
        require(status != NeedStatus.WITHDRAWN, "needs.rule.withdrawn");
        status = NeedStatus.PUBLISHED;
        changedAt = now;
    }

    void withdraw(Instant now) {
        require(status != NeedStatus.WITHDRAWN, "needs.rule.withdrawn");
        status = NeedStatus.WITHDRAWN;
        changedAt = now;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new RuleBrokenException(rule);
        }
    }

    NeedId id() {
        return id;
    }

    OrganizationId startup() {
        return startup;
    }

    NeedStatus status() {
        return status;
    }

    int revision() {
        return revision;
    }

    NeedContent content() {
        return CONTENTS.of(content);
    }

    NeedView view() {
        return new NeedView(id, startup, status, revision, content(), audience);
    }

    Set<OrganizationId> viewers() {
        return Set.copyOf(viewers);
    }
}
