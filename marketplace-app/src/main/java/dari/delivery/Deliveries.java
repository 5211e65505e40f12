package dari.delivery;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.organizations.OrganizationFacts;
import dari.provisioner.Sha256;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Release;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a release over in the way that was agreed. Everything is asked anew at each request: whether access is open, and
 * for files whether agreement, tier and recipe allow them.
 */
@Service
@Transactional
public class Deliveries {

    private final SandboxAccess access;
    private final Sandboxes sandboxes;
    private final SandboxTokens tokens;
    private final ReleaseFiles files;
    private final DeliveryKey key;
    private final History history;
    private final MessageSource messages;
    private final Clock clock;

    Deliveries(
            SandboxAccess access,
            Sandboxes sandboxes,
            SandboxTokens tokens,
            ReleaseFiles files,
            DeliveryKey key,
            History history,
            MessageSource messages,
            Clock clock) {
        this.access = access;
        this.sandboxes = sandboxes;
        this.tokens = tokens;
        this.files = files;
        this.key = key;
        this.history = history;
        this.messages = messages;
        this.clock = clock;
    }

    /** How it is handed over, for both sides. */
    @SignedIn
    @Transactional(readOnly = true)
    public DeliveryView show(SandboxId sandbox) {
        return DeliveryView.of(sandboxes.show(sandbox));
    }

    /** The key that sidecars are signed with: X.509, Base64. */
    @SignedIn
    public String publicKey() {
        return key.publicKey();
    }

    /**
     * The files of the release, those of tables first.
     *
     * @throws RuleBrokenException when access is closed, or files may not leave
     */
    @StartupMember
    @SecondStep
    public List<ReleaseFile> files(SandboxId sandbox) {
        return files.of(allowed(sandbox, access.open(sandbox)));
    }

    /** @throws RuleBrokenException when access is closed, or files may not leave */
    @StartupMember
    @SecondStep
    public OpenedFile file(SandboxId sandbox, String name) {
        return opened(sandbox, null, name, allowed(sandbox, access.open(sandbox)));
    }

    /**
     * Who got which files: a signed statement to keep beside the copies.
     *
     * @throws RuleBrokenException when access is closed, or files may not leave
     */
    @StartupMember
    @SecondStep
    public String sidecar(SandboxId sandbox) {
        return sidecar(sandbox, allowed(sandbox, access.open(sandbox)));
    }

    /** What the release holds, also where no file leaves; by token. */
    @StartupMember
    public Dictionary dictionaryFor(UUID token, SandboxId sandbox) {
        return openedFor(token, sandbox).dictionary();
    }

    /** The same as for a person, by token; empty where files may not leave. */
    @StartupMember
    public List<ReleaseFile> filesFor(UUID token, SandboxId sandbox) {
        Release release = openedFor(token, sandbox);
        return show(sandbox).filesAllowed() ? files.of(release) : List.of();
    }

    /** @throws RuleBrokenException when access is closed, or files may not leave */
    @StartupMember
    public OpenedFile fileFor(UUID token, SandboxId sandbox, String name) {
        return opened(sandbox, token, name, allowed(sandbox, openedFor(token, sandbox)));
    }

    /** @throws RuleBrokenException when access is closed, or files may not leave */
    @StartupMember
    public String sidecarFor(UUID token, SandboxId sandbox) {
        return sidecar(sandbox, allowed(sandbox, openedFor(token, sandbox)));
    }

    /** Whether what began to leave may go on. */
    @StartupMember
    public boolean mayGoOn(OpenedFile file) {
        return sandboxes.show(file.sandbox()).openNow()
                && (file.token() == null || tokens.isUsable(file.token(), file.sandbox()));
    }

    private Release openedFor(UUID token, SandboxId sandbox) {
        tokens.requireFor(sandbox, token);
        return access.openForProgram(sandbox);
    }

    private Release allowed(SandboxId sandbox, Release release) {
        if (!show(sandbox).filesAllowed()) {
            throw new RuleBrokenException("delivery.rule.noFiles");
        }
        return release;
    }

    private OpenedFile opened(SandboxId sandbox, @Nullable UUID token, String name, Release release) {
        ReleaseFile facts = files.of(release).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("file"));
        return new OpenedFile(sandbox, token, facts, files.unchanged(release, facts));
    }

    private String sidecar(SandboxId sandbox, Release release) {
        SandboxView shown = sandboxes.show(sandbox);
        List<ReleaseFile> given = files.of(release);
        String signed = key.sign(new Sidecar(
                1,
                party(shown.project().startup()),
                party(shown.project().hospital()),
                shown.project().number(),
                sandbox.value(),
                Objects.requireNonNull(shown.recipeHash(), "what was released has a recipe"),
                files.manifest(release).sha256(),
                given,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new Sidecar.Notice(notice(Locale.KOREAN), notice(Locale.ENGLISH))));
        history.record(HistoryEntry.of(
                        "delivery.sidecar", "project", shown.project().id().value())
                .with("sidecar", Sha256.hex(signed.getBytes(StandardCharsets.UTF_8)))
                .with("files", given.size()));
        return signed;
    }

    private String notice(Locale language) {
        return messages.getMessage("delivery.copies", null, language);
    }

    private static Sidecar.Party party(OrganizationFacts organization) {
        return new Sidecar.Party(
                organization.id().value(), organization.name(Locale.KOREAN), organization.name(Locale.ENGLISH));
    }
}
