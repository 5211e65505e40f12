package dari.accounts;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Anyone;
import dari.kernel.Ids;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.kernel.UserId;
import dari.notifications.Mail;
import dari.notifications.Postbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person who forgot the password choose a new one, by a link sent to their address. */
@Service
@Transactional
public class ForgottenPasswords {

    /** Letters to one address within an hour: enough for a lost letter, too few to be a nuisance. */
    private static final int LETTERS = 3;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Accounts accounts;
    private final AccountRepository people;
    private final PasswordResetRepository resets;
    private final OpenSessions sessions;
    private final Postbox postbox;
    private final History history;
    private final Ids ids;
    private final Clock clock;
    private final String baseUrl;

    ForgottenPasswords(
            Accounts accounts,
            AccountRepository people,
            PasswordResetRepository resets,
            OpenSessions sessions,
            Postbox postbox,
            History history,
            Ids ids,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.accounts = accounts;
        this.people = people;
        this.resets = resets;
        this.sessions = sessions;
        this.postbox = postbox;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Sends the link, if somebody signs in with this address; says nothing of it, so that nobody can try out addresses. */
    @Anyone
    public void ask(String email) {
        people.findByEmail(NewAccount.normalized(email))
                .filter(Account::isConfirmed)
                .filter(account -> mayAskAgain(account.id()))
                .ifPresent(this::send);
    }

    private boolean mayAskAgain(UserId account) {
        return resets.countByAccountAndAskedAtAfter(account, clock.instant().minus(WINDOW)) < LETTERS;
    }

    private void send(Account account) {
        SecretToken token = SecretToken.fresh();
        resets.save(new PasswordReset(ids.next(), account.id(), token.hash(), clock.instant()));
        history.recordBySystem(
                "visitor",
                HistoryEntry.of("account.resetAsked", "account", account.id().value()));
        postbox.post(Mail.of(
                account.email(),
                account.language(),
                "accounts.mail.reset",
                baseUrl + "/password/new?token=" + token.text()));
    }

    /**
     * Whether the link still leads to a new password.
     *
     * @throws RuleBrokenException when it is unknown, used or too old
     */
    @Anyone
    @Transactional(readOnly = true)
    public void check(SecretToken token) {
        find(token);
    }

    /**
     * Sets the new password. Every other link is void then, and whoever is signed in to the account, signed out.
     *
     * @throws RuleBrokenException when the link is unknown, used or too old
     */
    @Anyone
    public void choose(SecretToken token, String password) {
        Instant now = clock.instant();
        PasswordReset reset = find(token);
        Account account = people.findById(reset.account()).orElseThrow();
        account.changePassword(accounts.hashOf(password));
        resets.findByAccountAndUsedAtIsNull(account.id()).forEach(open -> open.use(now));
        sessions.end(account.id());
        history.recordBy(
                account.id(),
                HistoryEntry.of("account.passwordReset", "account", account.id().value()));
        postbox.post(
                Mail.of(account.email(), account.language(), "accounts.mail.passwordChanged", baseUrl + "/password"));
    }

    private PasswordReset find(SecretToken token) {
        return resets.findByTokenHash(token.hash())
                .filter(reset -> reset.isUsable(clock.instant()))
                .orElseThrow(() -> new RuleBrokenException("accounts.rule.badResetLink"));
    }
}
