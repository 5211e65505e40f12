package dari.admin.design;

import dari.admin.CallBuilder;
import dari.admin.CallView;
import dari.admin.Calls;
import dari.admin.PlannedMilestone.Holder;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.SizeLimits;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One page for each part of a draft call but its questions. */
@Controller
@RequestMapping("/program/calls/{call}/design")
class DesignController {

    private final Calls calls;
    private final CallBuilder builder;

    DesignController(Calls calls, CallBuilder builder) {
        this.calls = calls;
        this.builder = builder;
    }

    @GetMapping("/funding")
    String funding(@PathVariable UUID call, Model model) {
        model.addAttribute("form", FundingForm.of(show(call, model).funding()));
        return "calls/funding";
    }

    @PostMapping("/funding")
    String funding(
            @PathVariable UUID call,
            @ModelAttribute("form") FundingForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        return errors.hasErrors()
                ? again(call, model, "calls/funding")
                : save(
                        () -> builder.funding(
                                call,
                                form.toFunding(prices(calls.show(call)).stream()
                                        .map(Question::id)
                                        .toList())),
                        call,
                        model,
                        errors,
                        next,
                        "calls/funding");
    }

    @GetMapping("/eligibility")
    String eligibility(@PathVariable UUID call, Model model) {
        model.addAttribute("form", EligibilityForm.of(show(call, model).eligibility()));
        return "calls/eligibility";
    }

    @PostMapping("/eligibility")
    String eligibility(
            @PathVariable UUID call,
            @ModelAttribute("form") EligibilityForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        if (errors.hasErrors()) {
            return again(call, model, "calls/eligibility");
        }
        List<String> questions =
                papers(calls.show(call)).stream().map(Question::id).toList();
        return save(
                () -> builder.eligibility(call, form.toEligibility(questions)),
                call,
                model,
                errors,
                next,
                "calls/eligibility");
    }

    @GetMapping("/rubric")
    String rubric(@PathVariable UUID call, Model model) {
        model.addAttribute("form", RubricForm.of(show(call, model).rubric()));
        return "calls/rubric";
    }

    @PostMapping("/rubric")
    String rubric(
            @PathVariable UUID call,
            @ModelAttribute("form") RubricForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        return errors.hasErrors()
                ? again(call, model, "calls/rubric")
                : save(() -> builder.rubric(call, form.toRubric()), call, model, errors, next, "calls/rubric");
    }

    @GetMapping("/rules")
    String rules(@PathVariable UUID call, Model model) {
        model.addAttribute("form", RulesForm.of(show(call, model).rules()));
        return "calls/rules";
    }

    @PostMapping("/rules")
    String rules(
            @PathVariable UUID call,
            @ModelAttribute("form") RulesForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        return errors.hasErrors()
                ? again(call, model, "calls/rules")
                : save(() -> builder.rules(call, form.toRules()), call, model, errors, next, "calls/rules");
    }

    @GetMapping("/milestones")
    String milestones(@PathVariable UUID call, Model model) {
        model.addAttribute("form", MilestonesForm.of(show(call, model).design().milestones()));
        return "calls/milestones";
    }

    @PostMapping("/milestones")
    String milestones(
            @PathVariable UUID call,
            @ModelAttribute("form") MilestonesForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        return errors.hasErrors()
                ? again(call, model, "calls/milestones")
                : save(
                        () -> builder.milestones(call, form.toMilestones()),
                        call,
                        model,
                        errors,
                        next,
                        "calls/milestones");
    }

    private String save(
            Runnable change, UUID call, Model model, BindingResult errors, RedirectAttributes next, String page) {
        try {
            change.run();
        } catch (ProgramRuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return again(call, model, page);
        }
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/calls/" + call + "/design";
    }

    private String again(UUID call, Model model, String page) {
        show(call, model);
        return page;
    }

    private CallView show(UUID call, Model model) {
        CallView view = calls.show(call);
        model.addAttribute("call", view);
        model.addAttribute("sizes", FirmSize.values());
        model.addAttribute("industries", SizeLimits.Industry.values());
        model.addAttribute("holders", Holder.values());
        model.addAttribute("papers", papers(view));
        model.addAttribute("prices", prices(view));
        return view;
    }

    private static List<Question> papers(CallView call) {
        return questions(call, QuestionKind.FILE);
    }

    private static List<Question> prices(CallView call) {
        return questions(call, QuestionKind.NUMBER);
    }

    private static List<Question> questions(CallView call, QuestionKind kind) {
        return call.form().questions().stream()
                .filter(question -> question.kind() == kind)
                .toList();
    }
}
