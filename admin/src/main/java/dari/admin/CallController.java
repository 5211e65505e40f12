package dari.admin;

import dari.admin.reviewers.ScoreAdvice;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
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

/** Calls as the office makes and runs them. */
@Controller
@RequestMapping("/program/calls")
class CallController {

    private static final int BOARD = 50;

    private final Calls calls;
    private final CallBuilder builder;
    private final DecisionDesk decisions;
    private final ZoneId zone;
    private final ScoreAdvice advice;

    CallController(Calls calls, CallBuilder builder, DecisionDesk decisions, ZoneId zone, ScoreAdvice advice) {
        this.calls = calls;
        this.builder = builder;
        this.decisions = decisions;
        this.zone = zone;
        this.advice = advice;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<CallView> found = calls.all(Math.max(0, page));
        model.addAttribute("calls", found.getContent());
        model.addAttribute("pages", PageLinks.of(found, "/program/calls"));
        return "calls/list";
    }

    @PostMapping("/template")
    String template(RedirectAttributes next) {
        UUID id = calls.draftVoucher();
        next.addFlashAttribute("toast", "calls.template.made");
        return "redirect:/program/calls/" + id + "/design";
    }

    @GetMapping("/new")
    String create(Model model) {
        model.addAttribute("form", CallForm.blank(calls.today(), zone));
        return "calls/edit";
    }

    @PostMapping("/new")
    String create(@Valid @ModelAttribute("form") CallForm form, BindingResult errors, RedirectAttributes next) {
        reject(form, errors);
        if (errors.hasErrors()) {
            return "calls/edit";
        }
        UUID id = calls.draft(form.toContent());
        builder.dates(id, form.toDates());
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/calls/" + id + "/design";
    }

    @GetMapping("/{call}")
    String board(@PathVariable UUID call, @RequestParam(defaultValue = "0") int page, Model model) {
        Page<BoardRow> found = decisions.board(call, Math.max(0, page), BOARD);
        List<UUID> shown = found.stream().map(row -> row.application().id()).toList();
        model.addAttribute("call", calls.show(call));
        model.addAttribute("rows", found.getContent());
        model.addAttribute("total", found.getTotalElements());
        model.addAttribute("pages", PageLinks.of(found, "/program/calls/" + call));
        model.addAttribute("advice", advice.of(call, shown));
        return "admin/board";
    }

    /** Everything a call fixes, part by part, with what can be done to it now. */
    @GetMapping("/{call}/design")
    String design(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.show(call));
        model.addAttribute("versions", calls.versions(call));
        return "calls/design";
    }

    @GetMapping("/{call}/edit")
    String edit(@PathVariable UUID call, Model model) {
        CallView view = calls.show(call);
        model.addAttribute("call", view);
        model.addAttribute("form", CallForm.of(view.content(), view.design().dates()));
        return "calls/edit";
    }

    @PostMapping("/{call}/edit")
    String edit(
            @PathVariable UUID call,
            @Valid @ModelAttribute("form") CallForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        reject(form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("call", calls.show(call));
            return "calls/edit";
        }
        calls.change(call, form.toContent());
        builder.dates(call, form.toDates());
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/calls/" + call + "/design";
    }

    @PostMapping("/{call}/open")
    String open(@PathVariable UUID call, RedirectAttributes next) {
        calls.open(call);
        next.addFlashAttribute("toast", "admin.call.opened");
        return "redirect:/program/calls/" + call + "/design";
    }

    @PostMapping("/{call}/close")
    String close(@PathVariable UUID call, RedirectAttributes next) {
        calls.close(call);
        next.addFlashAttribute("toast", "admin.call.closed");
        return "redirect:/program/calls/" + call;
    }

    @GetMapping("/{call}/change")
    String change(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.show(call));
        model.addAttribute("form", CallChangeForm.EMPTY);
        return "calls/change";
    }

    /** Extends with a new deadline, or cancels: each with a reason that is public. */
    @PostMapping("/{call}/change")
    String change(
            @PathVariable UUID call,
            @Valid @ModelAttribute("form") CallChangeForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "extend") String what,
            Model model,
            RedirectAttributes next) {
        boolean extend = !what.equals("cancel");
        if (extend && form.day().isEmpty()) {
            errors.rejectValue("until", "admin.call.deadline.bad");
        }
        if (!errors.hasErrors()) {
            try {
                if (extend) {
                    calls.extend(call, form.day().orElseThrow(), form.reason().strip());
                } else {
                    calls.cancel(call, form.reason().strip());
                }
                next.addFlashAttribute("toast", extend ? "calls.extended" : "calls.cancelled");
                return "redirect:/program/calls/" + call + "/design";
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        model.addAttribute("call", calls.show(call));
        return "calls/change";
    }

    private static void reject(CallForm form, BindingResult errors) {
        form.faults().forEach((field, key) -> {
            if (!errors.hasFieldErrors(field)) {
                errors.rejectValue(field, key);
            }
        });
    }
}
