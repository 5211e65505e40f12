package dari.sandboxes;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A public file that a sandbox's recipe names. */
@Entity
class RecipeFile {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    private String name;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    protected RecipeFile() {}

    RecipeFile(UUID id, SandboxId sandbox, String name, String content) {
        this.id = id;
        this.sandbox = sandbox;
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    String content() {
        return content;
    }
}
