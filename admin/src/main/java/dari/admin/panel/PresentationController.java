package dari.admin.panel;

import dari.admin.ProgramRuleBrokenException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The presentation day of a call. */
@Controller
@RequestMapping("/program/calls/{call}/presentations")
class PresentationController {

    private static final int LONGEST_PLACE = 200;
    private static final int PAGE = 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Presentations presentations;
    private final ZoneId zone;

    PresentationController(Presentations presentations, ZoneId zone) {
        this.presentations = presentations;
        this.zone = zone;
    }

    @GetMapping
    String show(@PathVariable UUID call, @RequestParam(defaultValue = "0") int page, Model model) {
        int number = Math.max(0, page);
        PresentationPlan plan = presentations.plan(call, number * PAGE, PAGE);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "times",
                plan.starts().stream()
                        .map(starts -> TIME.format(starts.atZone(zone)))
                        .toList());
        model.addAttribute(
                "pages", Listing.of(number, plan.total(), PAGE, "/program/calls/" + call + "/presentations"));
        return "panel/presentations";
    }

    @PostMapping("/assign")
    String assign(@PathVariable UUID call, @RequestParam(defaultValue = "") String place, RedirectAttributes next) {
        presentations.plan(call, 0, 1);
        String where = place.strip();
        if (where.isEmpty() || where.length() > LONGEST_PLACE) {
            next.addFlashAttribute("refused", "panel.presentation.place.missing");
            return back(call);
        }
        return doing(call, next, "admin.saved", () -> presentations.assign(call, where));
    }

    @PostMapping("/move")
    String move(
            @PathVariable UUID call,
            @RequestParam(defaultValue = Choice.NONE) UUID application,
            @RequestParam(defaultValue = "0") int slot,
            RedirectAttributes next) {
        return doing(call, next, "admin.saved", () -> presentations.move(call, application, slot));
    }

    @PostMapping("/tell")
    String tell(@PathVariable UUID call, RedirectAttributes next) {
        return doing(call, next, "panel.presentation.toldAll", () -> presentations.tell(call));
    }

    private static String doing(UUID call, RedirectAttributes next, String toast, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", toast);
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refused", e.messageKey());
        }
        return back(call);
    }

    private static String back(UUID call) {
        return "redirect:/program/calls/" + call + "/presentations";
    }
}
