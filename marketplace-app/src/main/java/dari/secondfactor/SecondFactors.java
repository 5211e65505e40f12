package dari.secondfactor;

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
import dari.secondfactor.SecondStepState.Enrolment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** Keeps each person's second step of signing in, and checks it. */
@Service
@Transactional(noRollbackFor = CodeRefusedException.class)
public class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    /** How many steps of 30 seconds a telephone's clock may be off. */
    private static final int SKEW = 1;

    private static final String ISSUER = "Dari";

    private final SecondFactorRepository factors;
    private final RecoveryCodeRepository recoveryCodes;
    private final SecretBox box;
    private final Accounts accounts;
    private final Postbox postbox;
    private final History history;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final String baseUrl;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            SecondFactorRepository factors,
            RecoveryCodeRepository recoveryCodes,
            SecretBox box,
            Accounts accounts,
            Postbox postbox,
            History history,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.box = box;
        this.accounts = accounts;
        this.postbox = postbox;
        this.history = history;
        this.currentActor = currentActor;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Whether this person's password alone is not enough to sign in. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public boolean isOn(UserId person) {
        return factors.existsByAccountAndConfirmedAtIsNotNull(person);
    }

    @SignedIn
    @Transactional(readOnly = true)
    public SecondStepState mine() {
        UserId me = me();
        return factors.findById(me)
                .map(factor -> new SecondStepState(
                        factor.confirmedAt(),
                        factor.isOn() ? null : enrolment(me, box.open(me, factor.secret())),
                        recoveryCodes.countByAccountAndUsedAtIsNull(me)))
                .orElseGet(() -> new SecondStepState(null, null, 0));
    }

    /**
     * Makes a secret for the person's app. It counts only once a code proved that the app has it.
     *
     * @throws RuleBrokenException when the second step is on already
     */
    @SignedIn
    public Enrolment begin() {
        UserId me = me();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        byte[] closed = box.close(me, secret);
        Instant now = clock.instant();
        factors.findById(me)
                .ifPresentOrElse(
                        factor -> {
                            if (factor.isOn()) {
                                throw new RuleBrokenException("secondfactor.rule.on");
                            }
                            factor.beginAgain(closed, now);
                        },
                        () -> factors.save(new SecondFactor(me, closed, now)));
        return enrolment(me, secret);
    }

    /**
     * Turns the second step on.
     *
     * @param code of the app
     * @return the recovery codes, which nobody can read again
     */
    @SignedIn
    public List<String> confirm(String code) {
        UserId me = me();
        SecondFactor factor = factors.findById(me)
                .filter(found -> !found.isOn())
                .orElseThrow(() -> new RuleBrokenException("secondfactor.rule.notBegun"));
        checkApp(me, factor, code);
        factor.confirm(clock.instant());
        record(me, "secondFactor.on");
        write(me, "secondfactor.mail.on");
        return freshRecoveryCodes(me);
    }

    /**
     * Checks the second step of a sign-in whose password was right.
     *
     * @param code of the app, or a recovery code
     * @throws CodeRefusedException when it is wrong, was used before, or too many wrong ones came
     */
    @BackgroundWork
    public void verify(UserId person, String code) {
        SecondFactor factor = on(person);
        if (RecoveryCode.plain(code).length() == RecoveryCode.LENGTH) {
            checkRecoveryCode(person, factor, code);
        } else {
            checkApp(person, factor, code);
        }
    }

    /** Makes ten new recovery codes; the old ones are void. */
    @SignedIn
    public List<String> renewRecoveryCodes(String code) {
        UserId me = me();
        checkApp(me, on(me), code);
        record(me, "secondFactor.codesRenewed");
        return freshRecoveryCodes(me);
    }

    /**
     * Turns the second step off.
     *
     * @param code of the app, or a recovery code
     * @throws CodeRefusedException when password or code is wrong
     */
    @SignedIn
    public void turnOff(String password, String code) {
        UserId me = me();
        SecondFactor factor = on(me);
        if (!accounts.isPasswordOf(me, password)) {
            refuse(me, factor, "secondfactor.rule.password");
        }
        verify(me, code);
        recoveryCodes.deleteByAccount(me);
        factors.delete(factor);
        events.publishEvent(new SecondStepTurnedOff(me));
        record(me, "secondFactor.off");
        write(me, "secondfactor.mail.off");
    }

    private void checkApp(UserId person, SecondFactor factor, String code) {
        refuseWhilePaused(factor);
        byte[] secret = box.open(person, factor.secret());
        String typed = RecoveryCode.plain(code);
        long now = Totp.stepAt(clock.instant());
        for (long step = now - SKEW; step <= now + SKEW; step++) {
            if (same(Totp.code(secret, step), typed)) {
                if (factor.isUsed(step)) {
                    throw new CodeRefusedException("secondfactor.rule.used");
                }
                factor.succeeded(step);
                return;
            }
        }
        refuse(person, factor, "secondfactor.rule.wrong");
    }

    private void checkRecoveryCode(UserId person, SecondFactor factor, String code) {
        refuseWhilePaused(factor);
        recoveryCodes
                .findByAccountAndCodeHashAndUsedAtIsNull(person, RecoveryCode.hash(code))
                .ifPresentOrElse(
                        found -> {
                            found.use(clock.instant());
                            factor.succeededOtherwise();
                            record(person, "secondFactor.recoveryCodeUsed");
                            write(person, "secondfactor.mail.recovery");
                        },
                        () -> refuse(person, factor, "secondfactor.rule.wrong"));
    }

    private void refuseWhilePaused(SecondFactor factor) {
        if (factor.isPaused(clock.instant())) {
            throw new CodeRefusedException("secondfactor.rule.paused");
        }
    }

    private void refuse(UserId person, SecondFactor factor, String reason) {
        refuseWhilePaused(factor);
        if (factor.failed(clock.instant())) {
            record(person, "secondFactor.paused");
            write(person, "secondfactor.mail.paused");
            throw new CodeRefusedException("secondfactor.rule.paused");
        }
        throw new CodeRefusedException(reason);
    }

    private List<String> freshRecoveryCodes(UserId person) {
        recoveryCodes.deleteByAccount(person);
        List<String> codes =
                Stream.generate(RecoveryCode::fresh).limit(RECOVERY_CODES).toList();
        codes.forEach(code -> recoveryCodes.save(new RecoveryCode(ids.next(), person, code)));
        return codes;
    }

    private SecondFactor on(UserId person) {
        return factors.findById(person)
                .filter(SecondFactor::isOn)
                .orElseThrow(() -> new RuleBrokenException("secondfactor.rule.off"));
    }

    private Enrolment enrolment(UserId person, byte[] secret) {
        String text = Totp.text(secret);
        String label = UriUtils.encode(ISSUER + ":" + addressee(person).email(), StandardCharsets.UTF_8);
        return new Enrolment(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + ISSUER);
    }

    private Addressee addressee(UserId person) {
        return accounts.addressees(List.of(person)).get(0);
    }

    private void record(UserId person, String action) {
        history.recordBy(person, HistoryEntry.of(action, "account", person.value()));
    }

    private void write(UserId person, String key) {
        Addressee reader = addressee(person);
        postbox.post(Mail.of(reader.email(), reader.language(), key, baseUrl + "/account/second-step"));
    }

    private UserId me() {
        return currentActor.get().user();
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
    }
}
