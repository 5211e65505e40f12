package dari.invitations;

import dari.introductions.IntroductionId;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.workspace.Pages;
import dari.workspace.WaitClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.data.domain.Page;
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

/** Invitations as the hospital that sent them and the startup that got them read them. */
@Controller
@RequestMapping("/invitations")
class InvitationController {

    private static final int PAGE = 20;

    private final Invitations invitations;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    InvitationController(Invitations invitations, CurrentActor currentActor, Clock clock, ZoneId seoul) {
        this.invitations = invitations;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    record DeclineForm(
            @NotBlank(message = "{invitations.decline.missing}") @Size(max = 1000, message = "{needs.text.long}")
            String reason) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<InvitationView> found = invitations.mine(Math.max(0, page), PAGE);
        model.addAttribute("invitations", found.getContent());
        model.addAttribute("face", currentActor.get().face().code());
        model.addAttribute("pages", Pages.of(found.getNumber(), found.getTotalElements(), PAGE, "/invitations"));
        return "invitations/list";
    }

    @GetMapping("/{invitation}")
    String show(@PathVariable UUID invitation, Model model, Locale locale) {
        model.addAttribute("form", new DeclineForm(""));
        return page(new InvitationId(invitation), model, locale);
    }

    @PostMapping("/{invitation}/accept")
    String accept(@PathVariable UUID invitation, RedirectAttributes next) {
        IntroductionId begun = invitations.accept(new InvitationId(invitation));
        next.addFlashAttribute("toast", "invitations.accepted");
        return "redirect:/introductions/" + begun.value();
    }

    @PostMapping("/{invitation}/decline")
    String decline(
            @PathVariable UUID invitation,
            @Valid @ModelAttribute("form") DeclineForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        InvitationId id = new InvitationId(invitation);
        if (!errors.hasErrors()) {
            try {
                invitations.decline(id, form.reason());
                next.addFlashAttribute("toast", "invitations.declined");
                return "redirect:/invitations/" + invitation;
            } catch (RuleBrokenException e) {
                errors.rejectValue("reason", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, model, locale);
    }

    @PostMapping("/{invitation}/withdraw")
    String withdraw(@PathVariable UUID invitation, RedirectAttributes next) {
        invitations.withdraw(new InvitationId(invitation));
        next.addFlashAttribute("toast", "invitations.withdrawn");
        return "redirect:/invitations/" + invitation;
    }

    private String page(InvitationId id, Model model, Locale locale) {
        InvitationView view = invitations.show(id);
        boolean open = view.status() == InvitationStatus.OPEN;
        boolean startup = currentActor.get().face() == Face.STARTUP;
        model.addAttribute("invitation", view);
        model.addAttribute("history", invitations.history(id));
        model.addAttribute("startup", startup);
        model.addAttribute("mayAnswer", open && startup);
        model.addAttribute("mayWithdraw", open && currentActor.get().is(Role.HOSPITAL_OFFICE));
        model.addAttribute("open", open);
        model.addAttribute(
                "clock",
                new WaitClock(
                        view.startup().name(locale),
                        LocalDate.ofInstant(view.invitedAt(), seoul),
                        view.answerDue(),
                        LocalDate.now(clock.withZone(seoul)),
                        startup));
        return "invitations/invitation";
    }
}
