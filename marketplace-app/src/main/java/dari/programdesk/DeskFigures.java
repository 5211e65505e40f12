package dari.programdesk;

import dari.admin.figures.FigureFacts;
import dari.agreements.AgreementView;
import dari.agreements.Agreements;
import dari.billing.Billing;
import dari.billing.InvoiceStatus;
import dari.billing.InvoiceView;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of approved applications: agreements and money. */
@Component
class DeskFigures implements FigureFacts {

    private static final int BATCH = 500;

    private final Projects projects;
    private final Agreements agreements;
    private final Billing billing;

    DeskFigures(Projects projects, Agreements agreements, Billing billing) {
        this.projects = projects;
        this.agreements = agreements;
        this.billing = billing;
    }

    @Override
    public List<Money> money(Collection<UUID> applications) {
        List<Money> found = new ArrayList<>();
        inBatches(
                applications,
                byProject -> billing.ofProjects(byProject.keySet()).stream()
                        .filter(invoice -> invoice.status() != InvoiceStatus.CANCELLED)
                        .forEach(invoice ->
                                found.add(money(Objects.requireNonNull(byProject.get(invoice.project())), invoice))));
        return found;
    }

    @Override
    public Map<UUID, Instant> agreements(Collection<UUID> applications) {
        Map<UUID, Instant> found = new HashMap<>();
        inBatches(
                applications,
                byProject -> agreements.ofProjects(byProject.keySet()).forEach(agreement -> {
                    Instant since = since(agreement);
                    if (since != null) {
                        found.merge(
                                Objects.requireNonNull(byProject.get(agreement.project())),
                                since,
                                (one, other) -> one.isBefore(other) ? one : other);
                    }
                }));
        return found;
    }

    private void inBatches(Collection<UUID> applications, Consumer<Map<ProjectId, UUID>> work) {
        List<UUID> all = List.copyOf(applications);
        for (int from = 0; from < all.size(); from += BATCH) {
            work.accept(projects.ofApplications(all.subList(from, Math.min(all.size(), from + BATCH))));
        }
    }

    private static Money money(UUID application, InvoiceView invoice) {
        return new Money(
                application,
                invoice.priceWon() + invoice.vatWon(),
                invoice.voucherWon(),
                invoice.ownWon(),
                invoice.status() == InvoiceStatus.PAID);
    }

    /** When the last who signs did. */
    private static @Nullable Instant since(AgreementView agreement) {
        List<Instant> signed = new ArrayList<>();
        for (Instant at : Arrays.asList(
                agreement.startupSignedAt(),
                agreement.hospitalSignedAt(),
                agreement.programSigns() ? agreement.programSignedAt() : agreement.hospitalSignedAt())) {
            if (at == null) {
                return null;
            }
            signed.add(at);
        }
        return Collections.max(signed);
    }
}
