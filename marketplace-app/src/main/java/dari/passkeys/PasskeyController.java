package dari.passkeys;

import dari.accounts.SignIns;
import dari.kernel.SecondStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account's page about passkeys: add, name, remove. */
@Controller
@RequestMapping("/account/passkeys")
class PasskeyController {

    private final Passkeys passkeys;
    private final PasskeyJson json;
    private final SignIns signIns;
    private final MessageSource messages;
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository asked =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();

    PasskeyController(Passkeys passkeys, PasskeyJson json, SignIns signIns, MessageSource messages) {
        this.passkeys = passkeys;
        this.json = json;
        this.signIns = signIns;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        return page(model);
    }

    @PostMapping(value = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialCreationOptions options = passkeys.beginAdding();
        asked.save(request, response, options);
        return json.write(options);
    }

    /** A question is answered once, rightly or not. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    void add(@RequestBody String body, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        PublicKeyCredentialCreationOptions options = asked.load(request);
        asked.save(request, response, null);
        if (options == null) {
            throw new PasskeyRefusedException();
        }
        PasskeyJson.Made made = json.made(body);
        passkeys.add(options, new RelyingPartyPublicKey(made.credential(), name(made.name(), locale)));
    }

    private String name(@Nullable String given, Locale locale) {
        if (given == null || given.isBlank()) {
            return messages.getMessage("passkeys.name.default", null, locale);
        }
        String name = given.strip();
        return name.substring(0, Math.min(name.length(), Passkey.LONGEST_NAME));
    }

    @PostMapping("/{passkey}/name")
    String rename(
            @PathVariable UUID passkey,
            @Valid @ModelAttribute("form") NameForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        passkeys.mine(passkey);
        if (errors.hasErrors()) {
            model.addAttribute("renamed", passkey);
            return page(model);
        }
        passkeys.rename(passkey, form.name().strip());
        next.addFlashAttribute("toast", "passkeys.renamed");
        return "redirect:/account/passkeys";
    }

    /** Whoever signed in elsewhere, perhaps with the device that was lost, is signed out. */
    @PostMapping("/{passkey}/remove")
    String remove(@PathVariable UUID passkey, HttpServletRequest request, RedirectAttributes next) {
        passkeys.remove(passkey);
        signIns.endOthers(request);
        next.addFlashAttribute("toast", "passkeys.removed");
        return "redirect:/account/passkeys";
    }

    private String page(Model model) {
        model.addAttribute("passkeys", passkeys.mine());
        model.addAttribute("ready", isSecondStepDone());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new NameForm(""));
        }
        return "passkeys/list";
    }

    private static boolean isSecondStepDone() {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return person != null
                && person.getAuthorities().stream()
                        .anyMatch(authority -> SecondStep.AUTHORITY.equals(authority.getAuthority()));
    }
}
