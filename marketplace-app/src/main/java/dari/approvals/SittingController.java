package dari.approvals;

import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.workspace.Pages;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk of a board's secretary. */
@Controller
@RequestMapping("/hospital/sittings")
class SittingController {

    private static final int PAGE = 20;
    private static final String DESK = "/hospital/sittings";

    private final Sittings sittings;

    SittingController(Sittings sittings) {
        this.sittings = sittings;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<SittingView> found = sittings.mine(Math.max(0, page), PAGE);
        model.addAttribute("sittings", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), DESK));
        return "approvals/sittings";
    }

    @GetMapping("/{sitting}")
    String show(@PathVariable UUID sitting, Model model) {
        model.addAttribute("sitting", sittings.show(sitting));
        return "approvals/sitting";
    }

    /** Everything for the meeting, to print. */
    @GetMapping("/{sitting}/pack")
    String pack(@PathVariable UUID sitting, Model model) {
        model.addAttribute("sitting", sittings.show(sitting));
        return "approvals/pack";
    }

    @PostMapping("/{sitting}/open")
    String open(
            @PathVariable UUID sitting,
            @RequestParam(defaultValue = "") List<UUID> present,
            @RequestParam(defaultValue = "") String quorum,
            RedirectAttributes next) {
        sittings.show(sitting);
        Set<UserId> people = present.stream().map(UserId::new).collect(Collectors.toSet());
        return Acting.then(
                DESK + "/" + sitting, next, "approvals.saved", () -> sittings.open(sitting, people, number(quorum)));
    }

    @PostMapping("/{sitting}/move")
    String move(
            @PathVariable UUID sitting,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        sittings.show(sitting);
        return Acting.then(
                DESK + "/" + sitting,
                next,
                "approvals.moved",
                () -> sittings.move(sitting, Typed.day(day), Typed.text(reason)));
    }

    @PostMapping("/{sitting}/close")
    String close(@PathVariable UUID sitting, @RequestParam(defaultValue = "") String minutes, RedirectAttributes next) {
        sittings.show(sitting);
        return Acting.then(
                DESK + "/" + sitting, next, "approvals.saved", () -> sittings.close(sitting, Typed.text(minutes)));
    }

    @PostMapping("/matters/{approval}/postpone")
    String postpone(
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return matter(
                approval,
                next,
                "approvals.moved",
                () -> sittings.postpone(approval, Typed.day(day), Typed.text(reason)));
    }

    @PostMapping("/matters/{approval}/return")
    String giveBack(
            @PathVariable UUID approval, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return matter(approval, next, "approvals.saved", () -> sittings.giveBack(approval, Typed.text(reason)));
    }

    @PostMapping("/matters/{approval}/recuse")
    String recuse(
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "") List<UUID> person,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return matter(
                approval,
                next,
                "approvals.recused.done",
                () -> person.forEach(
                        one -> sittings.recuse(approval, new UserId(one), Typed.text(reason, Typed.RECUSAL))));
    }

    @PostMapping("/matters/{approval}/conclude")
    String conclude(
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String later,
            @RequestParam(defaultValue = "") String due,
            RedirectAttributes next) {
        return matter(
                approval,
                next,
                "approvals.decided",
                () -> sittings.conclude(
                        approval,
                        Typed.text(reference, Typed.REFERENCE),
                        until.isBlank() ? null : Typed.day(until),
                        BoardConditions.typed(first, later, due)));
    }

    @PostMapping("/matters/{approval}/suspend")
    String suspend(
            @PathVariable UUID approval, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return matter(approval, next, "approvals.saved", () -> sittings.suspend(approval, Typed.text(reason)));
    }

    @PostMapping("/matters/{approval}/lift")
    String lift(@PathVariable UUID approval, RedirectAttributes next) {
        return matter(approval, next, "approvals.saved", () -> sittings.lift(approval));
    }

    @PostMapping("/matters/{approval}/renew")
    String renew(
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes next) {
        return matter(
                approval,
                next,
                "approvals.saved",
                () -> sittings.renew(approval, Typed.text(reference, Typed.REFERENCE), Typed.day(until)));
    }

    /** Back to the meeting it stands on the agenda of; to the project's way where it stands on none. */
    private String matter(UUID approval, RedirectAttributes next, String done, Runnable act) {
        ApprovalView found = sittings.matter(approval);
        String page = found.sitting() == null
                ? "/projects/" + found.project().value() + "/route"
                : DESK + "/" + found.sitting();
        return Acting.then(page, next, done, act);
    }

    private static int number(String typed) {
        if (!typed.strip().matches("[1-9]\\d?")) {
            throw new RuleBrokenException("approvals.quorum.bad");
        }
        return Integer.parseInt(typed.strip());
    }
}
