package dari.documents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of an asker's list as it is typed; without an English name the Korean one stands for both. */
record AskedForm(
        @Nullable String kind,

        @NotBlank(message = "{documents.asked.name.missing}") @Size(max = 200, message = "{needs.text.long}")
        String nameKo,

        @Size(max = 200, message = "{needs.text.long}") @Nullable
        String nameEn,

        boolean required,

        @Size(max = 500, message = "{needs.text.long}") @Nullable
        String noteKo,

        @Size(max = 500, message = "{needs.text.long}") @Nullable
        String noteEn) {

    static final AskedForm EMPTY = new AskedForm(null, "", "", true, "", "");

    /** A kind that exists was chosen. */
    boolean kindIsKnown() {
        return DocumentKind.named(kind) != null;
    }

    AskedContent toContent() {
        String korean = nameKo.strip();
        String note = orElse(noteKo, "");
        return new AskedContent(
                Objects.requireNonNull(DocumentKind.named(kind)),
                korean,
                orElse(nameEn, korean),
                required,
                note,
                orElse(noteEn, note));
    }

    private static String orElse(@Nullable String typed, String other) {
        return typed == null || typed.isBlank() ? other : typed.strip();
    }
}
