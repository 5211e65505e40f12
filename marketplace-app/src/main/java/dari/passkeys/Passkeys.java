package dari.passkeys;

import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.verifier.exception.VerificationException;
import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Anyone;
import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import dari.notifications.Addressee;
import dari.notifications.Mail;
import dari.notifications.Postbox;
import dari.secondfactor.SecondStepTurnedOff;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people's passkeys and lets them sign in with one. A passkey is added only after the second step, so that a stolen
 * password is not enough to plant one, and its owner always has recovery codes for the day the device is lost.
 */
@Service
@Transactional
public class Passkeys {

    /** Devices, not a collection. */
    private static final int MOST = 20;

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final PasskeyRepository passkeys;
    private final Accounts accounts;
    private final Postbox postbox;
    private final History history;
    private final CurrentActor currentActor;
    private final String baseUrl;

    Passkeys(
            WebAuthnRelyingPartyOperations relyingParty,
            PasskeyRepository passkeys,
            Accounts accounts,
            Postbox postbox,
            History history,
            CurrentActor currentActor,
            @Value("${dari.base-url}") String baseUrl) {
        this.relyingParty = relyingParty;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.postbox = postbox;
        this.history = history;
        this.currentActor = currentActor;
        this.baseUrl = baseUrl;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public List<PasskeyView> mine() {
        return passkeys.findByAccountOrderById(me()).stream().map(Passkey::view).toList();
    }

    @SignedIn
    @Transactional(readOnly = true)
    public PasskeyView mine(UUID id) {
        return find(id).view();
    }

    /** What the person's device is asked to make a passkey for; the answer must refer to it. */
    @SignedIn
    @SecondStep
    public PublicKeyCredentialCreationOptions beginAdding() {
        if (passkeys.countByAccount(me()) >= MOST) {
            throw new RuleBrokenException("passkeys.rule.many", MOST);
        }
        return relyingParty.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication())));
    }

    /**
     * Keeps a passkey.
     *
     * @param made what the device answered, with the name its owner gave
     * @throws PasskeyRefusedException when it does not answer what was asked
     */
    @SignedIn
    @SecondStep
    public void add(PublicKeyCredentialCreationOptions asked, RelyingPartyPublicKey made) {
        UserId me = me();
        if (!PasskeyOwners.account(asked.getUser().getId()).equals(me)) {
            throw new PasskeyRefusedException();
        }
        checked(() -> relyingParty.registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked, made)));
        record(me, "passkey.added");
        write(me, "passkeys.mail.added");
    }

    @SignedIn
    public void rename(UUID id, String name) {
        find(id).rename(name);
        record(me(), "passkey.renamed");
    }

    @SignedIn
    public void remove(UUID id) {
        passkeys.delete(find(id));
        record(me(), "passkey.removed");
        write(me(), "passkeys.mail.removed");
    }

    /** What a visitor's device is asked; it offers whichever passkeys it has for this site. */
    @Anyone
    @Transactional(readOnly = true)
    public PublicKeyCredentialRequestOptions beginSignIn() {
        return relyingParty.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /**
     * Whose passkey this is.
     *
     * @throws PasskeyRefusedException when it proves nothing
     */
    @Anyone
    public UserId signIn(
            PublicKeyCredentialRequestOptions asked, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        return checked(() -> PasskeyOwners.account(relyingParty
                .authenticate(new RelyingPartyAuthenticationRequest(asked, answer))
                .getId()));
    }

    /** Passkeys stand on the second step: without it there would be no way back after the loss of a device. */
    @EventListener
    void on(SecondStepTurnedOff event) {
        if (passkeys.countByAccount(event.account()) > 0) {
            passkeys.deleteByAccount(event.account());
            record(event.account(), "passkey.removed");
        }
    }

    private static <T> T checked(Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (VerificationException | DataConversionException | IllegalArgumentException e) {
            throw new PasskeyRefusedException();
        }
    }

    private Passkey find(UUID id) {
        return passkeys.findByIdAndAccount(id, me()).orElseThrow(() -> new NotFoundException("passkey"));
    }

    private void record(UserId person, String action) {
        history.recordBy(person, HistoryEntry.of(action, "account", person.value()));
    }

    private void write(UserId person, String key) {
        Addressee reader = accounts.addressees(List.of(person)).get(0);
        postbox.post(Mail.of(reader.email(), reader.language(), key, baseUrl + "/account/passkeys"));
    }

    private UserId me() {
        return currentActor.get().user();
    }
}
