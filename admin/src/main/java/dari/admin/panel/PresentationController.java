package dari.admin.panel;

import dari.admin.ProgramRuleBrokenException;
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

    private final Presentations presentations;

    PresentationController(Presentations presentations) {
        this.presentations = presentations;
    }

    @GetMapping
    String show(@PathVariable UUID call, Model model) {
        model.addAttribute("plan", presentations.plan(call));
        return "panel/presentations";
    }

    @PostMapping("/assign")
    String assign(@PathVariable UUID call, @RequestParam(defaultValue = "") String place, RedirectAttributes next) {
        presentations.plan(call);
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
