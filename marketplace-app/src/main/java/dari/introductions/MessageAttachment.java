package dari.introductions;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A file that a message carries to the other side. */
@Entity
@Table(name = "introduction_attachment")
class MessageAttachment {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "introduction"))
    private IntroductionId introduction;

    private UUID message;
    private UUID file;

    protected MessageAttachment() {}

    MessageAttachment(UUID id, IntroductionId introduction, UUID message, UUID file) {
        this.id = id;
        this.introduction = introduction;
        this.message = message;
        this.file = file;
    }

    UUID message() {
        return message;
    }

    UUID file() {
        return file;
    }
}
