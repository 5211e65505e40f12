package dari.admin.panel;

import dari.admin.ProgramRuleBrokenException;
import jakarta.validation.Valid;
import java.util.UUID;
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

/** The ranked list of a call, as the office prepares it for the panel and publishes what the panel confirmed. */
@Controller
@RequestMapping("/program/calls/{call}/ranking")
class RankingController {

    static final int PAGE = 100;

    private static final int LONGEST_REASON = 1000;

    private final Rankings rankings;
    private final Panels panels;
    private final Places places;

    RankingController(Rankings rankings, Panels panels, Places places) {
        this.rankings = rankings;
        this.panels = panels;
        this.places = places;
    }

    @GetMapping
    String show(@PathVariable UUID call, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("form", TextForm.EMPTY);
        return page(call, page, model);
    }

    @PostMapping("/bonus")
    String grant(
            @PathVariable UUID call,
            @RequestParam(defaultValue = Choice.NONE) UUID application,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        rankings.show(call, 0, 1);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            next.addFlashAttribute("refused", "panel.form.reason.missing");
            return back(call);
        }
        return doing(call, next, "admin.saved", () -> rankings.grant(application, code, why));
    }

    @PostMapping("/bonus/remove")
    String takeBack(
            @PathVariable UUID call,
            @RequestParam(defaultValue = Choice.NONE) UUID application,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes next) {
        return doing(call, next, "admin.saved", () -> rankings.takeBack(application, code));
    }

    @PostMapping("/submit")
    String submit(@PathVariable UUID call, RedirectAttributes next) {
        return doing(call, next, "panel.ranking.submitted", () -> rankings.submit(call));
    }

    @PostMapping("/close")
    String close(
            @PathVariable UUID call,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        return act(call, form, errors, model, next, "panel.closed", panels::close);
    }

    @PostMapping("/publish")
    String publish(
            @PathVariable UUID call,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        return act(call, form, errors, model, next, "panel.published", rankings::publish);
    }

    @PostMapping("/end")
    String endReserve(@PathVariable UUID call, RedirectAttributes next) {
        return doing(call, next, "panel.ranking.ended", () -> places.endReserve(call));
    }

    private String act(
            UUID call,
            TextForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            String toast,
            BallotAct act) {
        if (act.isDone(panels.present(call), form, errors)) {
            next.addFlashAttribute("toast", toast);
            return back(call);
        }
        return page(call, 0, model);
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

    private String page(UUID call, int number, Model model) {
        RankingView ranking = rankings.show(call, Math.max(0, number), PAGE);
        Listing pages = Listing.of(number, ranking.total(), PAGE, "/program/calls/" + call + "/ranking");
        model.addAttribute("ranking", ranking);
        model.addAttribute("pages", pages);
        model.addAttribute("lines", ranking.lines());
        return "panel/ranking";
    }

    private static String back(UUID call) {
        return "redirect:/program/calls/" + call + "/ranking";
    }
}
