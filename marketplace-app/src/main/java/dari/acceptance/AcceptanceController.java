package dari.acceptance;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.sandboxes.SandboxId;
import dari.workspace.WholeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was agreed beside what arrived, and what each side says of it. */
@Controller
@RequestMapping("/acceptance/{sandbox}")
class AcceptanceController {

    private static final int MOST = 1000;
    private static final String POINT = "point.";

    private final Acceptances acceptances;
    private final AcceptanceWork work;
    private final CurrentActor currentActor;

    AcceptanceController(Acceptances acceptances, AcceptanceWork work, CurrentActor currentActor) {
        this.acceptances = acceptances;
        this.work = work;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(@PathVariable UUID sandbox, Model model) {
        return page(new SandboxId(sandbox), model);
    }

    @PostMapping("/accept")
    String accept(@PathVariable UUID sandbox, Model model, RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        return then(id, model, next, () -> acceptances.accept(id));
    }

    /** @param sent a reason for each part that is not as agreed: {@code point.<table>} */
    @PostMapping("/objection")
    String object(
            @PathVariable UUID sandbox, @RequestParam Map<String, String> sent, Model model, RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        model.addAttribute("typed", sent);
        return then(id, model, next, () -> acceptances.object(id, points(sent)));
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable UUID sandbox,
            @RequestParam(defaultValue = "") String remedy,
            @RequestParam(defaultValue = "") String won,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        model.addAttribute("typedReason", reason);
        boolean program = currentActor.get().face() == Face.PROGRAM;
        return then(id, model, next, () -> {
            Remedy chosen = remedy(remedy);
            Long amount = chosen == Remedy.REFUND ? amount(won) : null;
            if (program) {
                acceptances.mediate(id, chosen, amount, text(reason));
            } else {
                acceptances.answer(id, chosen, amount, text(reason));
            }
        });
    }

    @PostMapping("/refund")
    String refund(@PathVariable UUID sandbox, Model model, RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        return then(id, model, next, () -> acceptances.refund(id));
    }

    private String page(SandboxId id, Model model) {
        List<AcceptanceView> rounds = acceptances.of(id);
        if (rounds.isEmpty()) {
            throw new NotFoundException("acceptance");
        }
        Actor actor = currentActor.get();
        AcceptanceView present = rounds.get(0);
        model.addAttribute("acceptance", present);
        model.addAttribute("earlier", rounds.subList(1, rounds.size()));
        if (!present.state().isOver()) {
            model.addAttribute("clock", work.clockOf(present));
        }
        model.addAttribute("tables", actor.face() == Face.PROGRAM ? List.of() : acceptances.comparison(id));
        model.addAttribute("startup", actor.face() == Face.STARTUP);
        model.addAttribute(
                "mayAnswer",
                switch (present.state()) {
                    case OBJECTED -> actor.is(Role.HOSPITAL_OFFICE);
                    case DISPUTED -> actor.is(Role.PROGRAM_ADMINISTRATOR);
                    default -> false;
                });
        model.addAttribute(
                "mayRefund",
                present.state() == AcceptanceState.REFUND_DUE
                        && (actor.is(Role.PROGRAM_FINANCE) || actor.is(Role.PROGRAM_ADMINISTRATOR)));
        model.addAttribute("remedies", Remedy.values());
        return "acceptance/acceptance";
    }

    private String then(SandboxId id, Model model, RedirectAttributes next, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", "acceptance.saved");
            return "redirect:/acceptance/" + id.value();
        } catch (RuleBrokenException e) {
            model.addAttribute("refusal", e.messageKey());
            model.addAttribute("refusalArguments", e.arguments().toArray());
            return page(id, model);
        }
    }

    private static List<Point> points(Map<String, String> sent) {
        List<Point> points = new ArrayList<>();
        sent.forEach((name, reason) -> {
            if (name.startsWith(POINT) && !reason.isBlank()) {
                points.add(new Point(name.substring(POINT.length()), text(reason)));
            }
        });
        return points;
    }

    private static Remedy remedy(String typed) {
        for (Remedy remedy : Remedy.values()) {
            if (remedy.name().equals(typed)) {
                return remedy;
            }
        }
        throw new RuleBrokenException("acceptance.remedy.missing");
    }

    private static @Nullable Long amount(String typed) {
        try {
            return WholeNumbers.parse(typed);
        } catch (NumberFormatException e) {
            throw new RuleBrokenException("acceptance.won.missing");
        }
    }

    private static String text(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > MOST) {
            throw new RuleBrokenException("acceptance.reason.missing");
        }
        return text;
    }
}
