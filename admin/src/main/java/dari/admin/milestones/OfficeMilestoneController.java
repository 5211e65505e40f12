package dari.admin.milestones;

import dari.admin.PlannedMilestone.Holder;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.forms.LocalText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of an approved application, as the office accepts, moves, waives and settles them. */
@Controller
@RequestMapping("/program/applications/{application}/milestones")
class OfficeMilestoneController {

    private static final int MOST = 1000;
    private static final int MOST_TITLE = 160;

    private final Milestones milestones;

    OfficeMilestoneController(Milestones milestones) {
        this.milestones = milestones;
    }

    @GetMapping
    String show(@PathVariable UUID application, Model model) {
        model.addAttribute("award", milestones.award(application));
        model.addAttribute("steps", milestones.of(application));
        model.addAttribute("papers", List.of());
        model.addAttribute("office", true);
        model.addAttribute("holders", Holder.values());
        return "milestones/list";
    }

    /** One press: {@code settle}, {@code waive}, {@code back} or {@code move}, each with its reason. */
    @PostMapping("/step")
    String change(
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String spent,
            @RequestParam(defaultValue = "") String clawback,
            @RequestParam(defaultValue = "") String due,
            Model model,
            RedirectAttributes next) {
        String why = reason.strip();
        String refused = null;
        try {
            if (why.isEmpty() || why.length() > MOST) {
                refused = "calls.reason.missing";
            } else if (what.equals("move") && day(due) == null) {
                refused = "admin.call.deadline.bad";
            } else if (!isMoney(spent) || !isMoney(clawback)) {
                refused = "admin.call.budget.bad";
            } else {
                change(application, code, what, why, money(spent, clawback), day(due));
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/program/applications/" + application + "/milestones";
            }
        } catch (ProgramRuleBrokenException e) {
            refused = e.messageKey();
        }
        model.addAttribute("refused", refused);
        model.addAttribute("refusedStep", code);
        model.addAttribute("typed", why);
        return show(application, model);
    }

    @PostMapping
    String add(
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String titleKo,
            @RequestParam(defaultValue = "") String titleEn,
            @RequestParam(defaultValue = "STARTUP") Holder holder,
            @RequestParam(defaultValue = "") String due,
            Model model,
            RedirectAttributes next) {
        LocalText title = new LocalText(titleKo.strip(), titleEn.strip());
        LocalDate day = day(due);
        if (title.ko().isEmpty()
                || title.en().isEmpty()
                || title.ko().length() > MOST_TITLE
                || title.en().length() > MOST_TITLE
                || day == null) {
            model.addAttribute("refusedNew", day == null ? "admin.call.deadline.bad" : "calls.names.missing");
            model.addAttribute("newTitle", title);
            model.addAttribute("newDue", due);
            return show(application, model);
        }
        milestones.add(application, title, holder, day);
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/applications/" + application + "/milestones";
    }

    @GetMapping("/{code}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID application, @PathVariable String code) {
        return milestones.download(application, code);
    }

    private void change(
            UUID application,
            String code,
            String what,
            String why,
            @Nullable Settlement money,
            @Nullable LocalDate due) {
        switch (what) {
            case "settle" -> milestones.settle(application, code, why, money);
            case "waive" -> milestones.waive(application, code, why);
            case "back" -> milestones.sendBack(application, code, why);
            case "move" -> milestones.move(application, code, Objects.requireNonNull(due), why);
            default -> throw new ProgramNotFoundException("change");
        }
    }

    private static @Nullable Settlement money(String spent, String clawback) {
        return spent.isBlank()
                ? null
                : new Settlement(
                        Long.parseLong(spent.strip()), clawback.isBlank() ? 0 : Long.parseLong(clawback.strip()));
    }

    private static boolean isMoney(String typed) {
        return typed.isBlank() || typed.strip().matches("[0-9]{1,13}");
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
