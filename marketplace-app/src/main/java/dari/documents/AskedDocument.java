package dari.documents;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** One line of what a hospital or a call asks for. */
@Entity
class AskedDocument {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "asker_kind"))
    @AttributeOverride(name = "id", column = @Column(name = "asker"))
    private Party asker;

    @Embedded
    private AskedContent content;

    protected AskedDocument() {}

    AskedDocument(UUID id, Party asker, AskedContent content) {
        this.id = id;
        this.asker = asker;
        this.content = content;
    }

    UUID id() {
        return id;
    }

    Party asker() {
        return asker;
    }

    AskedContent content() {
        return content;
    }
}
