package dari.documents;

import dari.workspace.CalendarDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A document as it is typed.
 *
 * @param file empty to keep the present one
 */
record DocumentForm(
        @Nullable String kind,

        @NotBlank(message = "{documents.form.title.missing}") @Size(max = 200, message = "{needs.text.long}")
        String title,

        @Size(max = 200, message = "{needs.text.long}") @Nullable
        String issuer,

        @Size(max = 100, message = "{needs.text.long}") @Nullable
        String number,

        @CalendarDate(message = "{documents.form.date.bad}", firstYear = 1900) @Nullable
        String issuedOn,

        @CalendarDate(message = "{documents.form.date.bad}", firstYear = 1900) @Nullable
        String expiresOn,

        @Nullable MultipartFile file) {

    static final DocumentForm EMPTY = new DocumentForm(null, "", "", "", "", "", null);

    static DocumentForm of(DocumentContent content) {
        return new DocumentForm(
                content.kind().name(),
                content.title(),
                content.issuer(),
                content.number(),
                typed(content.issuedOn()),
                typed(content.expiresOn()),
                null);
    }

    /** A kind that exists was chosen. */
    boolean kindIsKnown() {
        return DocumentKind.named(kind) != null;
    }

    boolean hasFile() {
        return file != null && !file.isEmpty();
    }

    boolean datesAreInOrder() {
        LocalDate issued = day(issuedOn);
        LocalDate expires = day(expiresOn);
        return issued == null || expires == null || !expires.isBefore(issued);
    }

    DocumentContent toContent() {
        return new DocumentContent(
                Objects.requireNonNull(DocumentKind.named(kind)),
                title.strip(),
                stripped(issuer),
                stripped(number),
                day(issuedOn),
                day(expiresOn));
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
    }

    private static String typed(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
