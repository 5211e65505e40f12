package dari.renewals;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** More days of access, for both sides. */
@Controller
@RequestMapping("/sandboxes/{sandbox}/renewal")
class RenewalController {

    private static final int MOST = 1000;

    private final Renewals renewals;
    private final Sandboxes sandboxes;
    private final CurrentActor currentActor;

    RenewalController(Renewals renewals, Sandboxes sandboxes, CurrentActor currentActor) {
        this.renewals = renewals;
        this.sandboxes = sandboxes;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(@PathVariable UUID sandbox, Model model) {
        return page(new SandboxId(sandbox), model);
    }

    @PostMapping
    String ask(
            @PathVariable UUID sandbox,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        model.addAttribute("typedDays", days);
        model.addAttribute("typedReason", reason);
        return then(id, model, next, () -> renewals.ask(id, number(days), text(reason)));
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable UUID sandbox, Model model, RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        return then(id, model, next, () -> renewals.withdraw(id));
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable UUID sandbox,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        model.addAttribute("typedReason", reason);
        return then(id, model, next, () -> renewals.decide(id, decision.equals("grant"), text(reason)));
    }

    private String page(SandboxId id, Model model) {
        Actor actor = currentActor.get();
        List<RenewalView> all = renewals.of(id);
        boolean waits = !all.isEmpty() && all.get(0).state() == RenewalState.ASKED;
        model.addAttribute("sandbox", sandboxes.show(id));
        model.addAttribute("asked", waits ? all.get(0) : null);
        model.addAttribute("past", waits ? all.subList(1, all.size()) : all);
        model.addAttribute("startup", actor.face() == Face.STARTUP);
        model.addAttribute("office", actor.is(Role.HOSPITAL_OFFICE));
        model.addAttribute("mostDays", Renewals.MOST_DAYS);
        return "renewals/renewal";
    }

    private String then(SandboxId id, Model model, RedirectAttributes next, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", "renewals.saved");
            return "redirect:/sandboxes/" + id.value() + "/renewal";
        } catch (RuleBrokenException e) {
            model.addAttribute("refusal", e.messageKey());
            return page(id, model);
        }
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new RuleBrokenException("renewals.days.bad");
        }
    }

    private static String text(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > MOST) {
            throw new RuleBrokenException("renewals.reason.missing");
        }
        return text;
    }
}
