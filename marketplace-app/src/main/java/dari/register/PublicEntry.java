package dari.register;

import dari.offers.OfferContent;
import dari.projects.ProjectView;
import dari.sandboxes.SandboxView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is taken along by programs ({@code entries.json}); the fields stay as they are.
 *
 * @param kind of the data: {@code de-identified}; codes of {@code modalities} are the matching vocabulary's
 * @param mayLeave whether files of the release may be downloaded
 * @param fee in won, without VAT
 * @param persons in the source, as the hospital's offer states it
 * @param link page of the entry
 */
record PublicEntry(
        UUID id,
        String number,
        String status,
        String titleKo,
        String titleEn,
        String summaryKo,
        String summaryEn,
        String benefit,
        String company,
        String companyEn,
        String hospital,
        String hospitalEn,
        String program,
        String kind,
        List<String> modalities,
        List<String> diseases,
        @Nullable Long persons,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        String delivery,
        boolean mayLeave,
        String riskTier,
        long fee,
        @Nullable String ethicsDecision,
        @Nullable LocalDate until,
        Instant changedAt,
        String link) {

    static PublicEntry of(SandboxView sandbox, String register) {
        ProjectView project = sandbox.project();
        OfferContent terms = project.terms();
        return new PublicEntry(
                project.id().value(),
                project.number(),
                sandbox.status().name(),
                project.titleKo(),
                project.titleEn(),
                project.summaryKo(),
                project.summaryEn(),
                project.benefit(),
                project.startup().name(),
                project.startup().name(Locale.ENGLISH),
                project.hospital().name(),
                project.hospital().name(Locale.ENGLISH),
                project.callTitleKo(),
                "de-identified",
                terms.modalities(),
                terms.diseases(),
                terms.persons(),
                terms.yearFrom(),
                terms.yearTo(),
                terms.delivery().name(),
                terms.downloadsAllowed(),
                sandbox.tier().name(),
                terms.priceWon(),
                project.approvalReference(),
                sandbox.expiresOn(),
                sandbox.changedAt(),
                register + "/" + project.id().value());
    }
}
