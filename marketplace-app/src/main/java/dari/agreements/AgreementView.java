package dari.agreements;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision of an agreement as its sides read it.
 *
 * @param hash SHA-256 over both texts, or over the sealed file, as hex: what a signature refers to
 * @param sealedFile the file that stands for the text; null where the text stands for itself
 * @param draftedBecause why it was amended; null for the first revision
 * @param parties those who sign, in their order
 */
public record AgreementView(
        UUID id,
        ProjectId project,
        int revision,
        AgreementStatus status,
        String clauses,
        String textKo,
        String textEn,
        String hash,
        LocalDate validUntil,
        @Nullable UUID sealedFile,
        @Nullable String draftedBecause,
        @Nullable String endReason,
        @Nullable Instant endedAt,
        List<Party> parties) {

    /**
     * @param organization null before the program signed, for which any of its administrators does
     * @param signature null before that party signed
     */
    public record Party(
            Face side,
            @Nullable OrganizationId organization,
            @Nullable String signature,
            @Nullable Instant signedAt) {

        boolean isFor(Actor actor) {
            return AgreementParty.isFor(side, organization, actor);
        }
    }

    /** The clauses in the reader's language, one paragraph each. */
    public List<String> paragraphs(Locale locale) {
        return (locale.getLanguage().equals("en") ? textEn : textKo).lines().toList();
    }

    /** Whose turn it is to sign; null when all have. */
    public @Nullable Party next() {
        return parties.stream()
                .filter(party -> party.signedAt() == null)
                .findFirst()
                .orElse(null);
    }

    public boolean isUnsigned() {
        return (status == AgreementStatus.DRAFTED || status == AgreementStatus.CHANGES_REQUESTED)
                && parties.stream().allMatch(party -> party.signedAt() == null);
    }

    public boolean isExpired(LocalDate today) {
        return status == AgreementStatus.EFFECTIVE && today.isAfter(validUntil);
    }

    /** When the last party signed; null before. */
    public @Nullable Instant effectiveSince() {
        return next() != null
                ? null
                : parties.stream()
                        .map(Party::signedAt)
                        .max(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .orElse(null);
    }
}
