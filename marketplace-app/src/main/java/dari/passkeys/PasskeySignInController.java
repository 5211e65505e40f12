package dari.passkeys;

import dari.accounts.SignIns;
import dari.kernel.SecondStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey, which is both steps at once. */
@Controller
@RequestMapping("/login/passkey")
class PasskeySignInController {

    private final Passkeys passkeys;
    private final PasskeyJson json;
    private final SignIns signIns;
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository asked =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();

    PasskeySignInController(Passkeys passkeys, PasskeyJson json, SignIns signIns) {
        this.passkeys = passkeys;
        this.json = json;
        this.signIns = signIns;
    }

    @PostMapping(value = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options = passkeys.beginSignIn();
        asked.save(request, response, options);
        return json.write(options);
    }

    /** The page's script goes on to {@code /login/onward}, where the person wanted to go. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    void signIn(@RequestBody String body, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options = asked.load(request);
        asked.save(request, response, null);
        if (options == null) {
            throw new PasskeyRefusedException();
        }
        signIns.begin(
                passkeys.signIn(options, json.assertion(body)),
                request,
                response,
                FactorGrantedAuthority.WEBAUTHN_AUTHORITY,
                SecondStep.AUTHORITY);
    }
}
