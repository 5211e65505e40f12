package dari.organizations;

import dari.kernel.CurrentActor;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.kernel.UserId;
import dari.workspace.Option;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One member's roles, and a person's own organisations: switching, joining, leaving. */
@Controller
@RequestMapping("/account")
class MembershipController {

    private final Teams teams;
    private final TeamKeeping keeping;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    MembershipController(Teams teams, TeamKeeping keeping, CurrentActor currentActor, MessageSource messages) {
        this.teams = teams;
        this.keeping = keeping;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    record RolesForm(
            @NotEmpty(message = "{organizations.team.roles.missing}")
            Set<Role> roles) {}

    @GetMapping("/team/{member}")
    String member(@PathVariable UUID member, Model model, Locale locale) {
        Member found = keeping.member(new UserId(member));
        model.addAttribute("form", new RolesForm(found.roles()));
        return page(found, model, locale);
    }

    @PostMapping("/team/{member}")
    String changeRoles(
            @PathVariable UUID member,
            @Valid @ModelAttribute("form") RolesForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Member found = keeping.member(new UserId(member));
        if (!errors.hasErrors()) {
            try {
                keeping.changeRoles(found.user(), form.roles());
                next.addFlashAttribute("toast", "organizations.member.changed");
                return "redirect:/account";
            } catch (RuleBrokenException e) {
                errors.rejectValue("roles", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(found, model, locale);
    }

    @PostMapping("/team/{member}/handover")
    String handOver(@PathVariable UUID member, RedirectAttributes next) {
        keeping.handOver(new UserId(member));
        next.addFlashAttribute("toast", "organizations.member.handedOver");
        return "redirect:/account";
    }

    @PostMapping("/team/{member}/remove")
    String remove(@PathVariable UUID member, RedirectAttributes next) {
        keeping.remove(new UserId(member));
        next.addFlashAttribute("toast", "organizations.member.removed");
        return "redirect:/account";
    }

    @GetMapping("/organizations")
    String mine(Model model) {
        model.addAttribute("memberships", teams.memberships());
        model.addAttribute("current", currentActor.find().orElse(null));
        return "organizations/mine";
    }

    @PostMapping("/organizations")
    String choose(@RequestParam UUID organization, HttpServletRequest request) {
        OrganizationId chosen = new OrganizationId(organization);
        teams.requireMembership(chosen);
        ChosenOrganization.choose(request, chosen);
        return "redirect:/home";
    }

    /** Who has left the last organisation is a visitor again. */
    @PostMapping("/leave")
    String leave(HttpServletRequest request, Model model, RedirectAttributes next) throws ServletException {
        try {
            keeping.leave();
        } catch (RuleBrokenException e) {
            model.addAttribute("refusal", e.messageKey());
            return mine(model);
        }
        if (teams.memberships().isEmpty()) {
            request.logout();
            return "redirect:/";
        }
        next.addFlashAttribute("toast", "organizations.left");
        return "redirect:/account/organizations";
    }

    @GetMapping("/join")
    String join(@RequestParam String token, Model model) {
        model.addAttribute("invitation", teams.invitation(new SecretToken(token)));
        model.addAttribute("token", token);
        return "organizations/join";
    }

    @PostMapping("/join")
    String join(@RequestParam String token, HttpServletRequest request, RedirectAttributes next) {
        ChosenOrganization.choose(request, teams.join(new SecretToken(token)));
        next.addFlashAttribute("toast", "organizations.joined.also");
        return "redirect:/home";
    }

    private String page(Member member, Model model, Locale locale) {
        List<Option> roles = Role.of(currentActor.get().face()).stream()
                .map(role -> new Option(role.name(), messages.getMessage("role." + role, null, locale)))
                .toList();
        boolean self = member.user().equals(currentActor.get().user());
        model.addAttribute("member", member);
        model.addAttribute("roles", roles);
        model.addAttribute("self", self);
        model.addAttribute("mayTakeOver", !self && member.roles().stream().noneMatch(Teams.KEEPERS::contains));
        return "organizations/member";
    }
}
