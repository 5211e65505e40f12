package dari.oidc;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import dari.notifications.Addressee;
import dari.notifications.Mail;
import dari.notifications.Postbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps whose accounts elsewhere are whose here. Nobody is linked, and nobody registered, by signing in elsewhere. */
@Service
@Transactional
public class OidcLinks {

    private final OidcLinkRepository links;
    private final OidcProperties properties;
    private final Accounts accounts;
    private final Postbox postbox;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final String baseUrl;

    OidcLinks(
            OidcLinkRepository links,
            OidcProperties properties,
            Accounts accounts,
            Postbox postbox,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.links = links;
        this.properties = properties;
        this.accounts = accounts;
        this.postbox = postbox;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Whose identity this is, once its person confirmed it. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<UserId> ownerOf(OidcIdentity identity) {
        return links.findByIssuerAndSubject(identity.issuer(), identity.subject())
                .map(OidcLink::account);
    }

    /** Since when the reader's account is linked. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<Instant> mine() {
        return links.findByAccountAndIssuer(me(), properties.issuer()).map(OidcLink::linkedAt);
    }

    /**
     * Links an identity to the reader's account, as the reader confirmed.
     *
     * @throws RuleBrokenException when the provider has not verified the very address of the account, or the identity is
     *     somebody's already
     */
    @SignedIn
    public void link(OidcIdentity identity) {
        Addressee me = addressee(me());
        if (!identity.email().equals(me.email())) {
            throw new RuleBrokenException("oidc.rule.email");
        }
        if (ownerOf(identity).isPresent()
                || links.findByAccountAndIssuer(me.user(), identity.issuer()).isPresent()) {
            throw new RuleBrokenException("oidc.rule.linked");
        }
        links.save(new OidcLink(ids.next(), me.user(), identity, clock.instant()));
        tell(me, "oidc.linked", "oidc.mail.linked");
    }

    @SignedIn
    public void unlink() {
        Addressee me = addressee(me());
        links.findByAccountAndIssuer(me.user(), properties.issuer()).ifPresent(link -> {
            links.delete(link);
            tell(me, "oidc.unlinked", "oidc.mail.unlinked");
        });
    }

    private void tell(Addressee person, String action, String letter) {
        history.recordBy(
                person.user(), HistoryEntry.of(action, "account", person.user().value()));
        postbox.post(Mail.of(person.email(), person.language(), letter, baseUrl + "/account/oidc"));
    }

    private Addressee addressee(UserId person) {
        return accounts.addressees(List.of(person)).get(0);
    }

    private UserId me() {
        return currentActor.person().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }
}
