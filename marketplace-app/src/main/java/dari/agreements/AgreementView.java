package dari.agreements;

import dari.projects.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as its two sides read it.
 *
 * @param programSigns whether the program signs as the third
 * @param hash SHA-256 over both texts, as hex: what a signature refers to
 */
public record AgreementView(
        ProjectId project,
        AgreementStatus status,
        String clauses,
        String textKo,
        String textEn,
        String hash,
        LocalDate validUntil,
        @Nullable String startupSignature,
        @Nullable Instant startupSignedAt,
        @Nullable String hospitalSignature,
        @Nullable Instant hospitalSignedAt,
        boolean programSigns,
        @Nullable String programSignature,
        @Nullable Instant programSignedAt) {

    /** The clauses in the reader's language, one paragraph each. */
    public List<String> paragraphs(Locale locale) {
        return (locale.getLanguage().equals("en") ? textEn : textKo).lines().toList();
    }
}
