package dari.tokens;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SecretToken;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes tokens, lets go of them, and says whose one is. */
@Service
@Transactional
public class ApiTokens implements TokenKind {

    /** What every token begins with, so that people and scanners know one that lies about. */
    public static final String PREFIX = "dari_";

    static final int MOST = 20;

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    /** Who sees, and can end, the tokens of all members. */
    private static final Set<Role> KEEPERS =
            Set.of(Role.STARTUP_OWNER, Role.HOSPITAL_OFFICE, Role.PROGRAM_ADMINISTRATOR);

    private final ApiTokenRepository tokens;
    private final Organizations organizations;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    ApiTokens(
            ApiTokenRepository tokens,
            Organizations organizations,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.tokens = tokens;
        this.organizations = organizations;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a token that acts as the present person in the present organisation.
     *
     * @throws RuleBrokenException when the person has too many, or a scope is of another side of the bridge
     */
    @SignedIn
    @SecondStep
    public MadeToken make(NewToken request) {
        Actor actor = currentActor.get();
        Instant now = clock.instant();
        if (!Scope.of(actor.face()).containsAll(request.scopes())) {
            throw new RuleBrokenException("tokens.rule.scopes");
        }
        if (tokens.countByAccountAndOrganizationAndRevokedAtIsNullAndExpiresAtAfter(
                        actor.user(), actor.organization(), now)
                >= MOST) {
            throw new RuleBrokenException("tokens.rule.many", MOST);
        }
        SecretToken token = new SecretToken(PREFIX + SecretToken.fresh().text());
        ApiToken made = tokens.save(new ApiToken(ids.next(), actor, request, token, now));
        history.record(entry("token.made", made)
                .with("token", made.id())
                .with("scopes", new ScopesConverter().convertToDatabaseColumn(request.scopes())));
        return new MadeToken(made.id(), token);
    }

    /** From the next request on the token is nobody's. One's own, or anybody's for who keeps the organisation. */
    @SignedIn
    public void revoke(UUID id) {
        Actor actor = currentActor.get();
        ApiToken token = tokens.findByIdAndOrganization(id, actor.organization())
                .filter(found -> found.account().equals(actor.user()) || isKeeper(actor))
                .orElseThrow(() -> new NotFoundException("token"));
        if (token.revoke(clock.instant())) {
            history.record(entry("token.revoked", token).with("token", id));
        }
    }

    /** The person's own in this organisation, the newest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<TokenView> mine(int page, int size) {
        Actor actor = currentActor.get();
        return views(tokens.findByOrganizationAndAccountOrderByIdDesc(
                actor.organization(), actor.user(), PageRequest.of(page, size)));
    }

    /** Those of the colleagues that still work, for who keeps the organisation; nothing for others. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<TokenView> ofColleagues(int page, int size) {
        Actor actor = currentActor.get();
        Pageable asked = PageRequest.of(page, size);
        return isKeeper(actor)
                ? views(tokens.findUsableOfOthers(actor.organization(), actor.user(), clock.instant(), asked))
                : Page.empty(asked);
    }

    /** Empty also for a token of somebody who left. */
    @Override
    @BackgroundWork
    public Optional<PresentedToken> present(SecretToken text) {
        Instant now = clock.instant();
        return tokens.findByTokenHash(text.hash())
                .filter(token -> token.isUsable(now))
                .flatMap(this::presented)
                .map(token -> {
                    tokens.touch(token.id(), now, now.minus(USE_IS_NOTED_EVERY));
                    return token;
                });
    }

    private Optional<PresentedToken> presented(ApiToken token) {
        return organizations.membershipsOf(token.account()).stream()
                .filter(membership -> membership.organization().id().equals(token.organization()))
                .findFirst()
                .map(home -> new PresentedToken(
                        token.id(),
                        new Actor(
                                token.account(),
                                token.organization(),
                                home.organization().face(),
                                home.roles()),
                        home.organization(),
                        token.scopes(),
                        token.madeAt()));
    }

    private Page<TokenView> views(Page<ApiToken> found) {
        Map<UserId, String> names =
                accounts.names(found.stream().map(ApiToken::account).distinct().toList());
        Instant now = clock.instant();
        return found.map(token -> token.view(names.getOrDefault(token.account(), ""), now));
    }

    private static boolean isKeeper(Actor actor) {
        return actor.roles().stream().anyMatch(KEEPERS::contains);
    }

    private static HistoryEntry entry(String action, ApiToken token) {
        return HistoryEntry.of(action, "organization", token.organization().value());
    }
}
