package dari.organizations;

import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.workspace.Option;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class TeamController {

    private final Teams teams;
    private final Organizations organizations;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    TeamController(Teams teams, Organizations organizations, CurrentActor currentActor, MessageSource messages) {
        this.teams = teams;
        this.organizations = organizations;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping("/account")
    String team(Model model, Locale locale) {
        model.addAttribute("form", new InviteForm("", Set.of()));
        return page(model, locale);
    }

    @PostMapping("/account/team")
    String invite(
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(model, locale);
        }
        try {
            teams.invite(form.email(), form.roles(), locale.getLanguage());
        } catch (RuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return page(model, locale);
        }
        next.addFlashAttribute("toast", "organizations.team.invited");
        return "redirect:/account";
    }

    private String page(Model model, Locale locale) {
        model.addAttribute(
                "organization", organizations.facts(currentActor.get().organization()));
        model.addAttribute("members", teams.mine());
        model.addAttribute("invitations", teams.open());
        model.addAttribute("mayInvite", teams.mayInvite());
        List<Option> roles = Role.of(currentActor.get().face()).stream()
                .map(role -> new Option(role.name(), messages.getMessage("role." + role, null, locale)))
                .toList();
        model.addAttribute("roles", roles);
        return "organizations/account";
    }
}
