package dari.sandboxes;

import dari.kernel.UserId;
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

/** A recipe as it was set for a sandbox, and stays readable when another takes its place. */
@Entity
class RecipeVersion {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    private int number;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String recipe;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String hash;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "author"))
    private UserId author;

    private Instant setAt;

    protected RecipeVersion() {}

    RecipeVersion(UUID id, SandboxId sandbox, int number, String recipe, String hash, UserId author, Instant now) {
        this.id = id;
        this.sandbox = sandbox;
        this.number = number;
        this.recipe = recipe;
        this.hash = hash;
        this.author = author;
        this.setAt = now;
    }

    SetRecipe view() {
        return new SetRecipe(number, recipe, hash, setAt);
    }
}
