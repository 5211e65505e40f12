package dari.documents;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One document of an organisation as it is now. */
@Entity
class Document {

    /** Days before the end at which its organisation is told; below zero: it has ended. */
    private static final int[] REMINDERS = {-1, 1, 7, DocumentContent.SOON_DAYS};

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private DocumentId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    private int revision;

    @Embedded
    private DocumentContent content;

    private UUID file;
    private @Nullable Integer remindedBefore;
    private Instant createdAt;
    private Instant changedAt;

    protected Document() {}

    Document(DocumentId id, OrganizationId organization, DocumentContent content, UUID file, Instant now) {
        this.id = id;
        this.organization = organization;
        this.revision = 1;
        this.content = content;
        this.file = file;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** A new revision takes the place of the present one; another end is announced anew. */
    void replace(DocumentContent next, UUID nextFile, Instant now) {
        if (!Objects.equals(content.expiresOn(), next.expiresOn())) {
            remindedBefore = null;
        }
        content = next;
        file = nextFile;
        revision++;
        changedAt = now;
    }

    /** The reminder that is due on a day and was not sent; remembers it as sent. */
    OptionalInt takeReminder(LocalDate today) {
        LocalDate end = content.expiresOn();
        if (end == null) {
            return OptionalInt.empty();
        }
        long left = ChronoUnit.DAYS.between(today, end);
        OptionalInt due = IntStream.of(REMINDERS).filter(days -> left <= days).findFirst();
        if (due.isEmpty() || (remindedBefore != null && remindedBefore <= due.getAsInt())) {
            return OptionalInt.empty();
        }
        remindedBefore = due.getAsInt();
        return due;
    }

    DocumentId id() {
        return id;
    }

    OrganizationId organization() {
        return organization;
    }

    int revision() {
        return revision;
    }

    DocumentContent content() {
        return content;
    }

    UUID file() {
        return file;
    }

    Instant changedAt() {
        return changedAt;
    }
}
