package dari.boardforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import dari.admin.forms.FormDefinition;
import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One version of what a board asks. */
@Entity
class BoardForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID board;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private int number;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String definition;

    private @Nullable Instant frozenAt;
    private Instant changedAt;

    protected BoardForm() {}

    BoardForm(UUID id, UUID board, OrganizationId hospital, int number, FormDefinition asked, Instant now) {
        this.id = id;
        this.board = board;
        this.hospital = hospital;
        this.number = number;
        this.definition = JSON.writeValueAsString(asked);
        this.changedAt = now;
    }

    void change(FormDefinition asked, Instant now) {
        if (frozenAt != null) {
            throw new IllegalStateException("somebody answered this version");
        }
        definition = JSON.writeValueAsString(asked);
        changedAt = now;
    }

    /** From now on it stays as it is. */
    void freeze(Instant now) {
        if (frozenAt == null) {
            frozenAt = now;
        }
    }

    boolean isFrozen() {
        return frozenAt != null;
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    FormStanding standing() {
        return new FormStanding(
                number, definition().questions().size(), UUID.nameUUIDFromBytes(definition.getBytes(UTF_8)));
    }

    FormDefinition definition() {
        return JSON.readValue(definition, FormDefinition.class);
    }
}
