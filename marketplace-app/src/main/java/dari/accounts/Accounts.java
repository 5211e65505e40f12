package dari.accounts;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import dari.notifications.AddressBook;
import dari.notifications.Addressee;
import dari.notifications.Mail;
import dari.notifications.Postbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people: who they are, how they prove it, how to reach them. */
@Service
@Transactional
public class Accounts implements UserDetailsService, AddressBook {

    private static final Duration TOKEN_LIFE = Duration.ofDays(2);

    private final AccountRepository accounts;
    private final AccountTokenRepository tokens;
    private final PasswordEncoder passwords;
    private final Postbox postbox;
    private final History history;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final String baseUrl;

    Accounts(
            AccountRepository accounts,
            AccountTokenRepository tokens,
            PasswordEncoder passwords,
            Postbox postbox,
            History history,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.postbox = postbox;
        this.history = history;
        this.currentActor = currentActor;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /**
     * Registers a person, who can sign in after following the link in the mail. For an address that is already known
     * nothing is made and its owner gets a letter instead, so that nobody can try out who is registered.
     *
     * @return the new account, or empty when the address was known
     */
    @BackgroundWork
    public Optional<UserId> register(NewAccount request) {
        Optional<Account> known = accounts.findByEmail(request.email());
        if (known.isPresent()) {
            postbox.post(Mail.of(request.email(), known.get().language(), "accounts.mail.known", baseUrl + "/login"));
            return Optional.empty();
        }
        UserId account = create(request).id();
        SecretToken token = SecretToken.fresh();
        tokens.save(new AccountToken(
                ids.next(), account, token.hash(), clock.instant().plus(TOKEN_LIFE)));
        postbox.post(Mail.of(
                request.email(),
                request.language(),
                "accounts.mail.confirm",
                baseUrl + "/signup/confirm?token=" + token.text()));
        return Optional.of(account);
    }

    /**
     * Registers a person whose address is already proven: by an invitation's link, or by whoever set the system up.
     *
     * @throws RuleBrokenException when the address is known
     */
    @BackgroundWork
    public UserId registerConfirmed(NewAccount request) {
        if (accounts.findByEmail(request.email()).isPresent()) {
            throw new RuleBrokenException("accounts.rule.known");
        }
        Account account = create(request);
        account.confirm(clock.instant());
        return account.id();
    }

    /**
     * Uses the link of the confirmation mail. Following it twice does no harm.
     *
     * @throws RuleBrokenException when the link is unknown or too old
     */
    @Anyone
    public void confirm(SecretToken token) {
        Instant now = clock.instant();
        AccountToken proof = tokens.findByTokenHash(token.hash())
                .orElseThrow(() -> new RuleBrokenException("accounts.rule.badLink"));
        Account account = accounts.findById(proof.account()).orElseThrow();
        if (account.isConfirmed()) {
            return;
        }
        if (!proof.isUsable(now)) {
            throw new RuleBrokenException("accounts.rule.badLink");
        }
        proof.use(now);
        account.confirm(now);
        events.publishEvent(new AccountConfirmed(account.id()));
    }

    /** For sign-in: the principal's name is the account's id, so that no address reaches a log or a session table. */
    @Override
    @BackgroundWork
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String email) {
        return accounts.findByEmail(NewAccount.normalized(email))
                .filter(Account::isConfirmed)
                .map(Accounts::details)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** The same for who is known by another proof; empty for an account that is not confirmed. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<UserDetails> detailsOf(UserId person) {
        return accounts.findById(person).filter(Account::isConfirmed).map(Accounts::details);
    }

    private static UserDetails details(Account account) {
        return User.withUsername(account.id().value().toString())
                .password(account.passwordHash())
                .authorities(List.of())
                .build();
    }

    /** Whether this is the person's password: asked again before something that weakens the account. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public boolean isPasswordOf(UserId person, String password) {
        Account account = accounts.findById(person).orElseThrow();
        return passwords.matches(password, account.passwordHash());
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<UserId> findByEmail(String email) {
        return accounts.findByEmail(NewAccount.normalized(email)).map(Account::id);
    }

    /** Names to be shown, by account; unknown accounts are left out. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<UserId, String> names(Collection<UserId> people) {
        return accounts.findByIdIn(people).stream().collect(Collectors.toMap(Account::id, Account::displayName));
    }

    /** How letters reach these people. */
    @Override
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Addressee> addressees(Collection<UserId> people) {
        Function<Account, Addressee> addressee =
                account -> new Addressee(account.id(), account.email(), account.language(), account.zone());
        return accounts.findByIdIn(people).stream().map(addressee).toList();
    }

    /** Whose clock this person lives by. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<ZoneId> zoneOf(UserId person) {
        return accounts.findById(person).map(Account::zone);
    }

    /** The zone in which the person reads and writes times. */
    @SignedIn
    public void liveIn(ZoneId zone) {
        UserId me = currentActor.person().orElseThrow();
        accounts.findById(me).orElseThrow().liveIn(zone);
        history.recordBy(
                me, HistoryEntry.of("account.zoneChosen", "account", me.value()).with("zone", zone.getId()));
    }

    private Account create(NewAccount request) {
        return accounts.save(new Account(new UserId(ids.next()), request, hashOf(request.password()), clock.instant()));
    }

    String hashOf(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the password encoder gave nothing");
        }
        return hash;
    }
}
