package dari.accounts;

import dari.kernel.SecretToken;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way back in for those who forgot the password. */
@Controller
class PasswordController {

    private final ForgottenPasswords passwords;

    PasswordController(ForgottenPasswords passwords) {
        this.passwords = passwords;
    }

    @GetMapping("/password")
    String form(Model model) {
        model.addAttribute("form", new AskForm(""));
        return "accounts/password";
    }

    @PostMapping("/password")
    String ask(@Valid @ModelAttribute("form") AskForm form, BindingResult errors) {
        if (errors.hasErrors()) {
            return "accounts/password";
        }
        passwords.ask(form.email());
        return "redirect:/password/sent";
    }

    @GetMapping("/password/sent")
    String sent() {
        return "accounts/password-sent";
    }

    @GetMapping("/password/new")
    String fresh(@RequestParam String token, Model model) {
        passwords.check(new SecretToken(token));
        model.addAttribute("form", new NewPasswordForm(token, ""));
        return "accounts/password-new";
    }

    @PostMapping("/password/new")
    String choose(@Valid @ModelAttribute("form") NewPasswordForm form, BindingResult errors, RedirectAttributes next) {
        if (errors.hasErrors()) {
            return "accounts/password-new";
        }
        passwords.choose(new SecretToken(form.token()), form.password());
        next.addFlashAttribute("toast", "accounts.password.changed");
        return "redirect:/login";
    }
}
