package dari.admin.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class DiscussionMessage {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private UUID author;
    private boolean office;
    private String language;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String body;

    private Instant writtenAt;

    protected DiscussionMessage() {}

    DiscussionMessage(
            UUID id, UUID application, UUID author, boolean office, String language, String body, Instant now) {
        this.id = id;
        this.application = application;
        this.author = author;
        this.office = office;
        this.language = language;
        this.body = body;
        this.writtenAt = now;
    }

    UUID author() {
        return author;
    }

    boolean isOfTheOffice() {
        return office;
    }

    String language() {
        return language;
    }

    String body() {
        return body;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
