package dari.redecisions;

import dari.matching.json.MatchingJson;
import dari.projects.ProjectId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a project rests on: the decision of its beginning, with every difference that its sides took over since. */
@Entity
class ProjectFooting {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ProjectId id;

    @Version
    private Integer version;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String grounds;

    private int offerRevision;
    private Instant decidedAt;

    protected ProjectFooting() {}

    ProjectFooting(ProjectId id, Grounds grounds, int offerRevision, Instant now) {
        this.id = id;
        this.grounds = MatchingJson.mapper().writeValueAsString(grounds);
        this.offerRevision = offerRevision;
        this.decidedAt = now;
    }

    void decidedAgain(int revision, Instant now) {
        offerRevision = revision;
        decidedAt = now;
    }

    /** Takes in what was not compared when it was made: that is no difference, and nobody has to answer it. */
    void adopt(Grounds present) {
        Grounds own = grounds();
        List<Ground> unknown = own.unknownOf(present);
        if (!unknown.isEmpty()) {
            grounds = MatchingJson.mapper().writeValueAsString(own.and(unknown));
        }
    }

    void takeOver(Grounds.Change change) {
        grounds = MatchingJson.mapper().writeValueAsString(grounds().with(change));
    }

    Grounds grounds() {
        return MatchingJson.mapper().readValue(grounds, Grounds.class);
    }

    int offerRevision() {
        return offerRevision;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
