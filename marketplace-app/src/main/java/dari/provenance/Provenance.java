package dari.provenance;

import dari.agreements.Agreements;
import dari.approvals.Approvals;
import dari.approvals.RouteView;
import dari.destruction.DestructionView;
import dari.destruction.Destructions;
import dari.incidents.Receipt;
import dari.incidents.ReceiptKind;
import dari.incidents.ReceiptSource;
import dari.kernel.SignedIn;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Manifest;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers, for both sides of a project, what a regulator asks about where its data came from. */
@Service
@Transactional(readOnly = true)
public class Provenance {

    private final Projects projects;
    private final Approvals approvals;
    private final Agreements agreements;
    private final Sandboxes sandboxes;
    private final Destructions destructions;
    private final List<ReceiptSource> receipts;
    private final Clock clock;

    Provenance(
            Projects projects,
            Approvals approvals,
            Agreements agreements,
            Sandboxes sandboxes,
            Destructions destructions,
            List<ReceiptSource> receipts,
            Clock clock) {
        this.projects = projects;
        this.approvals = approvals;
        this.agreements = agreements;
        this.sandboxes = sandboxes;
        this.destructions = destructions;
        this.receipts = List.copyOf(receipts);
        this.clock = clock;
    }

    /** For members of the two sides, and those who run the program. */
    @SignedIn
    public ProvenanceFacts of(ProjectId id) {
        ProjectView project = projects.show(id);
        SandboxView sandbox = sandboxes.of(id).orElse(null);
        DestructionView destruction = destructions.of(id).orElse(null);
        Certificate certificate =
                sandbox == null ? null : sandboxes.certificate(sandbox.id()).orElseGet(() -> kept(destruction));
        Manifest manifest =
                sandbox == null ? null : sandboxes.manifest(sandbox.id()).orElseGet(() -> signed(destruction));
        return new ProvenanceFacts(
                project,
                approvals.route(id).rows().stream().map(RouteView.Row::approval).toList(),
                agreements.of(id).orElse(null),
                sandbox,
                certificate,
                manifest,
                manifest == null ? null : DestructionView.releaseHash(manifest),
                left(id),
                destruction,
                clock.instant());
    }

    private List<ProvenanceFacts.Left> left(ProjectId id) {
        List<Receipt> all =
                receipts.stream().flatMap(source -> source.of(id).stream()).toList();
        return Arrays.stream(ReceiptKind.values())
                .filter(kind -> kind != ReceiptKind.LOOK)
                .flatMap(kind -> left(
                        kind,
                        all.stream().filter(receipt -> receipt.kind() == kind).toList()))
                .toList();
    }

    private static Stream<ProvenanceFacts.Left> left(ReceiptKind kind, List<Receipt> some) {
        return some.stream()
                .map(Receipt::at)
                .max(Comparator.<Instant>naturalOrder())
                .map(last -> new ProvenanceFacts.Left(
                        kind,
                        some.size(),
                        some.stream().map(Receipt::person).distinct().count(),
                        last))
                .stream();
    }

    private static @Nullable Certificate kept(@Nullable DestructionView destruction) {
        return destruction == null ? null : destruction.certificate();
    }

    private static @Nullable Manifest signed(@Nullable DestructionView destruction) {
        return destruction == null ? null : destruction.manifest();
    }
}
