package dari.organizations;

import dari.accounts.Accounts;
import dari.kernel.Face;
import dari.kernel.SecretToken;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SignupController {

    private final Organizations organizations;
    private final Teams teams;
    private final Accounts accounts;

    SignupController(Organizations organizations, Teams teams, Accounts accounts) {
        this.organizations = organizations;
        this.teams = teams;
        this.accounts = accounts;
    }

    @GetMapping("/signup")
    String form(@RequestParam(defaultValue = "STARTUP") Face face, Model model) {
        model.addAttribute("form", SignupForm.empty(face));
        return "organizations/signup";
    }

    @PostMapping("/signup")
    String signUp(
            @Valid @ModelAttribute("form") SignupForm form,
            BindingResult errors,
            Locale locale,
            RedirectAttributes next) {
        form.check(errors);
        if (errors.hasErrors()) {
            return "organizations/signup";
        }
        organizations.signUp(form.organization(), form.founder(locale));
        return "redirect:/signup/sent";
    }

    @GetMapping("/signup/sent")
    String sent() {
        return "organizations/signup-sent";
    }

    @GetMapping("/signup/confirm")
    String confirm(@RequestParam String token, RedirectAttributes next) {
        accounts.confirm(new SecretToken(token));
        next.addFlashAttribute("toast", "organizations.confirmed");
        return "redirect:/login";
    }

    @GetMapping("/signup/invitation")
    String invitation(@RequestParam String token, Model model) {
        model.addAttribute("invitation", teams.invitation(new SecretToken(token)));
        model.addAttribute("form", new AcceptForm(token, "", ""));
        return "organizations/invitation";
    }

    @PostMapping("/signup/invitation")
    String accept(
            @Valid @ModelAttribute("form") AcceptForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        SecretToken token = new SecretToken(form.token());
        if (errors.hasErrors()) {
            model.addAttribute("invitation", teams.invitation(token));
            return "organizations/invitation";
        }
        teams.accept(token, form.displayName(), form.password(), locale.getLanguage());
        next.addFlashAttribute("toast", "organizations.joined");
        return "redirect:/login";
    }
}
