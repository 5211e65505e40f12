package dari.admin;

import dari.admin.reviewers.ScoreAdvice;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CallController {

    private final Calls calls;
    private final DecisionDesk decisions;
    private final ScoreAdvice advice;

    CallController(Calls calls, DecisionDesk decisions, ScoreAdvice advice) {
        this.calls = calls;
        this.decisions = decisions;
        this.advice = advice;
    }

    @GetMapping("/calls")
    String publicList(Model model) {
        model.addAttribute("calls", calls.published());
        return "admin/public-calls";
    }

    @GetMapping("/calls/{call}")
    String publicCall(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.published(call));
        return "admin/public-call";
    }

    @GetMapping("/program/calls")
    String list(Model model) {
        model.addAttribute("calls", calls.all());
        return "admin/calls";
    }

    @GetMapping("/program/calls/new")
    String create(Model model) {
        model.addAttribute("form", CallForm.voucher(calls.today()));
        return "admin/call-form";
    }

    @PostMapping("/program/calls/new")
    String create(@Valid @ModelAttribute("form") CallForm form, BindingResult errors, RedirectAttributes next) {
        checkDeadline(form, errors);
        if (errors.hasErrors()) {
            return "admin/call-form";
        }
        UUID id = calls.draft(form.toContent());
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/calls/" + id;
    }

    @GetMapping("/program/calls/{call}")
    String board(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.show(call));
        model.addAttribute("rows", decisions.board(call));
        model.addAttribute("advice", advice.of(call));
        return "admin/board";
    }

    @GetMapping("/program/calls/{call}/edit")
    String edit(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.show(call));
        model.addAttribute("form", CallForm.of(calls.show(call).content()));
        return "admin/call-form";
    }

    @PostMapping("/program/calls/{call}/edit")
    String edit(
            @PathVariable UUID call,
            @Valid @ModelAttribute("form") CallForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        checkDeadline(form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("call", calls.show(call));
            return "admin/call-form";
        }
        calls.change(call, form.toContent());
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/calls/" + call;
    }

    @PostMapping("/program/calls/{call}/open")
    String open(@PathVariable UUID call, RedirectAttributes next) {
        calls.open(call);
        next.addFlashAttribute("toast", "admin.call.opened");
        return "redirect:/program/calls/" + call;
    }

    @PostMapping("/program/calls/{call}/close")
    String close(@PathVariable UUID call, RedirectAttributes next) {
        calls.close(call);
        next.addFlashAttribute("toast", "admin.call.closed");
        return "redirect:/program/calls/" + call;
    }

    private static void checkDeadline(CallForm form, BindingResult errors) {
        if (!errors.hasFieldErrors("deadline") && !form.hasRealDeadline()) {
            errors.rejectValue("deadline", "admin.call.deadline.bad");
        }
    }
}
