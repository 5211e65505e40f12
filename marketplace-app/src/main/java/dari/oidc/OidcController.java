package dari.oidc;

import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account's page about the account elsewhere: link it, part from it. */
@Controller
@RequestMapping("/account/oidc")
class OidcController {

    private final OidcSignIn oidc;
    private final OidcLinks links;

    OidcController(OidcSignIn oidc, OidcLinks links) {
        this.oidc = oidc;
        this.links = links;
    }

    /** Where it is off there is no such page. */
    @ModelAttribute
    void requireOn() {
        if (!oidc.isOn()) {
            throw new NotFoundException("oidc");
        }
    }

    @GetMapping
    String show(Model model, HttpServletRequest request) {
        model.addAttribute("since", links.mine().orElse(null));
        model.addAttribute("waiting", OidcSignIn.waiting(request).orElse(null));
        model.addAttribute("provider", oidc.getName());
        return "oidc/account";
    }

    @PostMapping("/link")
    String link(HttpServletRequest request, RedirectAttributes next) {
        OidcIdentity identity =
                OidcSignIn.waiting(request).orElseThrow(() -> new RuleBrokenException("oidc.rule.nothing"));
        OidcSignIn.forget(request);
        links.link(identity);
        next.addFlashAttribute("toast", "oidc.linked");
        return "redirect:/account/oidc";
    }

    @PostMapping("/unlink")
    String unlink(HttpServletRequest request, RedirectAttributes next) {
        links.unlink();
        OidcSignIn.forget(request);
        next.addFlashAttribute("toast", "oidc.unlinked");
        return "redirect:/account/oidc";
    }
}
