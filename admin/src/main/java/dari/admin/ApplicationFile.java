package dari.admin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** A file of the applicant's wallet as it was when it was handed in. */
@Entity
class ApplicationFile {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private int number;
    private String question;
    private UUID file;
    private String title;

    protected ApplicationFile() {}

    ApplicationFile(UUID id, UUID application, int number, String question, UUID file, String title) {
        this.id = id;
        this.application = application;
        this.number = number;
        this.question = question;
        this.file = file;
        this.title = title;
    }

    int number() {
        return number;
    }

    String question() {
        return question;
    }

    UUID file() {
        return file;
    }

    String title() {
        return title;
    }
}
