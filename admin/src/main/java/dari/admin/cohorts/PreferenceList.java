package dari.admin.cohorts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one startup or one department wishes; its id is the member's in the plan. Only its own side ever reads it. */
@Entity
@Table(name = "cohort_list")
class PreferenceList {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID cohort;
    private UUID organization;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Side side;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String draft;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String submitted;

    private @Nullable Instant submittedAt;

    protected PreferenceList() {}

    PreferenceList(UUID member, UUID cohort, UUID organization, Side side, String empty) {
        this.id = member;
        this.cohort = cohort;
        this.organization = organization;
        this.side = side;
        this.draft = empty;
    }

    void save(String wishes) {
        draft = wishes;
    }

    /** From now on the draft counts; sent again, the later one does. */
    void submit(Instant now) {
        submitted = draft;
        submittedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID cohort() {
        return cohort;
    }

    UUID organization() {
        return organization;
    }

    Side side() {
        return side;
    }

    String draft() {
        return draft;
    }

    @Nullable
    String submitted() {
        return submitted;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }
}
