package dari.boardforms;

import dari.admin.forms.Answers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a startup answered to a board: the present draft, or as it was handed in. */
@Entity
class BoardAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TITLES = new TypeReference<>() {};

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID approval;
    private UUID form;
    private int number;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String answers;

    /** Titles of the chosen documents by question, as they were when it was handed in. */
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String files;

    private Instant changedAt;
    private @Nullable Instant handedInAt;

    protected BoardAnswers() {}

    BoardAnswers(UUID id, UUID approval, UUID form, int number, Answers given, Instant now) {
        this.id = id;
        this.approval = approval;
        this.form = form;
        this.number = number;
        this.answers = JSON.writeValueAsString(given);
        this.files = "{}";
        this.changedAt = now;
    }

    void write(UUID ofForm, Answers given, Instant now) {
        requireDraft();
        form = ofForm;
        answers = JSON.writeValueAsString(given);
        changedAt = now;
    }

    void handIn(Map<String, String> titles, Instant now) {
        requireDraft();
        files = JSON.writeValueAsString(titles);
        handedInAt = now;
    }

    boolean isDraft() {
        return handedInAt == null;
    }

    private void requireDraft() {
        if (handedInAt != null) {
            throw new IllegalStateException("these answers were handed in");
        }
    }

    UUID form() {
        return form;
    }

    int number() {
        return number;
    }

    Answers answers() {
        return JSON.readValue(answers, Answers.class);
    }

    Map<String, String> files() {
        return JSON.readValue(files, TITLES);
    }

    UUID approval() {
        return approval;
    }

    @Nullable
    Instant handedInAt() {
        return handedInAt;
    }
}
