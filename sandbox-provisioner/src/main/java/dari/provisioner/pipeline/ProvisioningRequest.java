package dari.provisioner.pipeline;

import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.exclude.Exclusions;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Certificate;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run.
 *
 * @param source directory with one file per table
 * @param out where the release becomes visible; must not exist yet, or be an empty directory
 * @param memory limit of the table engine, for example {@code 2g}
 * @param key secret of the pseudonyms; null for a one-off key that is destroyed
 * @param signingKey Ed25519 key; null leaves the release unsigned
 * @param ledger file of the privacy ledger; null when the recipe spends nothing
 * @param delivery how the release will be handed over, when known
 * @param approvedBy who approved the recipe and the run, when known
 * @param exclusions patients who asked to be left out; null when no list was named
 */
public record ProvisioningRequest(
        Path source,
        Recipe recipe,
        Path out,
        String memory,
        @Nullable PseudonymKey key,
        @Nullable PrivateKey signingKey,
        @Nullable Path ledger,
        Certificate.@Nullable Delivery delivery,
        List<Certificate.Approval> approvedBy,
        @Nullable Exclusions exclusions) {

    public static final String DEFAULT_MEMORY = "2g";

    public ProvisioningRequest {
        approvedBy = List.copyOf(approvedBy);
    }

    /** A run with default memory, a one-off key, no signature and no facts of delivery. */
    public static ProvisioningRequest of(Path source, Recipe recipe, Path out) {
        return new ProvisioningRequest(source, recipe, out, DEFAULT_MEMORY, null, null, null, null, List.of(), null);
    }

    public ProvisioningRequest withKey(PseudonymKey pseudonyms) {
        return new ProvisioningRequest(
                source, recipe, out, memory, pseudonyms, signingKey, ledger, delivery, approvedBy, exclusions);
    }

    public ProvisioningRequest signedBy(PrivateKey signing) {
        return new ProvisioningRequest(
                source, recipe, out, memory, key, signing, ledger, delivery, approvedBy, exclusions);
    }

    public ProvisioningRequest withMemory(String limit) {
        return new ProvisioningRequest(
                source, recipe, out, limit, key, signingKey, ledger, delivery, approvedBy, exclusions);
    }

    public ProvisioningRequest with(Certificate.Delivery handover, List<Certificate.Approval> approvals) {
        return new ProvisioningRequest(
                source, recipe, out, memory, key, signingKey, ledger, handover, approvals, exclusions);
    }

    public ProvisioningRequest spendingFrom(Path ledgerFile) {
        return new ProvisioningRequest(
                source, recipe, out, memory, key, signingKey, ledgerFile, delivery, approvedBy, exclusions);
    }

    public ProvisioningRequest without(@Nullable Exclusions patients) {
        return new ProvisioningRequest(
                source, recipe, out, memory, key, signingKey, ledger, delivery, approvedBy, patients);
    }

    ExcludedPersons excluded() {
        return exclusions == null ? ExcludedPersons.NOBODY : exclusions.persons();
    }

    /** Day of the list that this run obeys; null when none was named. */
    @Nullable
    LocalDate exclusionsAsOf() {
        return exclusions == null ? null : exclusions.asOf();
    }
}
