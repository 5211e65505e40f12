package dari.delivery;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.HospitalReleaseReviewer;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.kernel.SignedIn;
import dari.kernel.StartupDataScientist;
import dari.kernel.StartupMember;
import dari.kernel.UserId;
import dari.organizations.Organizations;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.secondfactor.SecondStepTurnedOff;
import dari.tokens.PresentedToken;
import dari.tokens.Scope;
import dari.tokens.TokenKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by which programs read one sandbox and nothing else, no longer than its access lasts. */
@Service
@Transactional
public class SandboxTokens implements TokenKind {

    /** So that people and scanners know one that lies about. */
    static final String PREFIX = "dari_sb_";

    private static final int MOST = 10;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final SandboxTokenRepository tokens;
    private final Sandboxes sandboxes;
    private final SandboxAccess access;
    private final Organizations organizations;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    SandboxTokens(
            SandboxTokenRepository tokens,
            Sandboxes sandboxes,
            SandboxAccess access,
            Organizations organizations,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.tokens = tokens;
        this.sandboxes = sandboxes;
        this.access = access;
        this.organizations = organizations;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * Makes a token that acts as the present person in this sandbox. This is the only time that its text is there.
     *
     * @param life how long it works; cut at the end of access
     * @throws RuleBrokenException when access is closed, or there are too many
     */
    @StartupDataScientist
    public SecretToken make(SandboxId sandbox, String name, Duration life) {
        access.open(sandbox);
        Instant now = clock.instant();
        if (tokens.countBySandboxAndRevokedAtIsNullAndExpiresAtAfter(sandbox, now) >= MOST) {
            throw new RuleBrokenException("delivery.rule.manyTokens", MOST);
        }
        SandboxView shown = sandboxes.show(sandbox);
        Instant end = Objects.requireNonNull(shown.expiresOn(), "an opened sandbox has an end")
                .plusDays(1)
                .atStartOfDay(seoul)
                .toInstant();
        Instant wished = now.plus(life);
        SecretToken text = new SecretToken(PREFIX + SecretToken.fresh().text());
        SandboxToken made = tokens.save(new SandboxToken(
                ids.next(), sandbox, currentActor.get(), name, text, now, wished.isBefore(end) ? wished : end));
        history.record(entry("delivery.tokenMade", shown).with("token", made.id()));
        return text;
    }

    /** From the next request on the token is nobody's. Any of the startup may end what reads their sandbox. */
    @StartupMember
    public void revoke(SandboxId sandbox, UUID token) {
        end(sandbox, token);
    }

    /** The same by those of the hospital who let the release go. */
    @HospitalReleaseReviewer
    public void revokeAtHospital(SandboxId sandbox, UUID token) {
        end(sandbox, token);
    }

    private void end(SandboxId sandbox, UUID id) {
        SandboxView shown = sandboxes.show(sandbox);
        SandboxToken token =
                tokens.findByIdAndSandbox(id, sandbox).orElseThrow(() -> new NotFoundException("sandbox token"));
        if (token.revoke(currentActor.get().face(), clock.instant())) {
            history.record(entry("delivery.tokenRevoked", shown).with("token", id));
        }
    }

    /** Those that were made for a sandbox, the newest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<SandboxTokenView> of(SandboxId sandbox, int page, int size) {
        sandboxes.show(sandbox);
        Page<SandboxToken> found = tokens.findBySandboxOrderByIdDesc(sandbox, PageRequest.of(page, size));
        Map<UserId, String> names = accounts.names(
                found.stream().map(SandboxToken::account).distinct().toList());
        Instant now = clock.instant();
        return found.map(token -> token.view(names.getOrDefault(token.account(), ""), now));
    }

    /** Empty also for a token of somebody who left, or who is no data scientist any more. */
    @Override
    @BackgroundWork
    public Optional<PresentedToken> present(SecretToken text) {
        if (!text.text().startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return tokens.findByTokenHash(text.hash())
                .filter(token -> token.isUsable(now))
                .flatMap(this::presented)
                .map(token -> {
                    tokens.touch(token.id(), now, now.minus(USE_IS_NOTED_EVERY));
                    return token;
                });
    }

    /** @throws NotFoundException when the token is for another sandbox, which does not exist for it then */
    @BackgroundWork
    @Transactional(readOnly = true)
    public void requireFor(SandboxId sandbox, UUID token) {
        if (tokens.findByIdAndSandbox(token, sandbox).isEmpty()) {
            throw new NotFoundException("sandbox");
        }
    }

    /** Whether a token may still be used for this sandbox. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public boolean isUsable(UUID token, SandboxId sandbox) {
        return tokens.findByIdAndSandbox(token, sandbox)
                .filter(found -> found.isUsable(clock.instant()))
                .flatMap(this::presented)
                .isPresent();
    }

    /** A token stands for its maker's second step, and ends with it; the history says that one was turned off. */
    @EventListener
    void on(SecondStepTurnedOff event) {
        Instant now = clock.instant();
        tokens.findByAccountAndRevokedAtIsNull(event.account()).forEach(token -> token.revoke(Face.STARTUP, now));
    }

    private Optional<PresentedToken> presented(SandboxToken token) {
        return organizations.membershipsOf(token.account()).stream()
                .filter(membership -> membership.organization().id().equals(token.startup()))
                .filter(membership -> membership.roles().contains(Role.STARTUP_DATA_SCIENTIST))
                .findFirst()
                .map(home -> new PresentedToken(
                        token.id(),
                        new Actor(token.account(), token.startup(), Face.STARTUP, home.roles()),
                        home.organization(),
                        Set.of(Scope.RELEASE_READ, Scope.RELEASE_QUERY),
                        token.madeAt()));
    }

    private static HistoryEntry entry(String action, SandboxView sandbox) {
        return HistoryEntry.of(action, "project", sandbox.project().id().value());
    }
}
