package dari.admin.design;

import dari.admin.BlankForm;
import dari.admin.CallBuilder;
import dari.admin.CallView;
import dari.admin.Calls;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.forms.CoreQuestions;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import dari.admin.forms.Section;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

/** Where the questions of a call are written, ordered and looked at. */
@Controller
@RequestMapping("/program/calls/{call}/design/form")
class FormBuilderController {

    private final Calls calls;
    private final CallBuilder builder;

    FormBuilderController(Calls calls, CallBuilder builder) {
        this.calls = calls;
        this.builder = builder;
    }

    @GetMapping
    String show(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.show(call));
        return "calls/form";
    }

    @GetMapping("/preview")
    String preview(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.show(call));
        BlankForm.fill(model);
        return "calls/preview";
    }

    /** Moves or removes a question or a section, by one press each. */
    @PostMapping("/arrange")
    String arrange(
            @PathVariable UUID call,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String section,
            RedirectAttributes next) {
        UnaryOperator<FormDefinition> edit = switch (what) {
            case "up" ->
                form -> question.isEmpty() ? form.movedSection(section, true) : form.movedQuestion(question, true);
            case "down" ->
                form -> question.isEmpty() ? form.movedSection(section, false) : form.movedQuestion(question, false);
            case "remove" -> form -> question.isEmpty() ? form.withoutSection(section) : form.withoutQuestion(question);
            default -> throw new ProgramNotFoundException("change");
        };
        try {
            builder.form(call, edit);
            next.addFlashAttribute("toast", "admin.saved");
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refused", e.messageKey());
        }
        return "redirect:/program/calls/" + call + "/design/form";
    }

    @GetMapping("/sections")
    String section(
            @PathVariable UUID call, @RequestParam(name = "sectionId", defaultValue = "") String id, Model model) {
        FormDefinition form = show(call, id, model).form();
        model.addAttribute(
                "form",
                form.sections().stream()
                        .filter(section -> section.id().equals(id))
                        .findFirst()
                        .map(SectionForm::of)
                        .orElse(SectionForm.EMPTY));
        return "calls/section";
    }

    @PostMapping("/sections")
    String section(
            @PathVariable UUID call,
            @RequestParam(name = "sectionId", defaultValue = "") String id,
            @Valid @ModelAttribute("form") SectionForm typed,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        return save(
                call,
                id,
                errors,
                form -> form.withSection(
                        id.isEmpty() ? free("section-", form.sections().stream().map(Section::id)) : id,
                        Typed.text(typed.titleKo(), typed.titleEn()),
                        Typed.text(typed.introKo(), typed.introEn())),
                model,
                next,
                "calls/section");
    }

    @GetMapping("/questions")
    String question(
            @PathVariable UUID call,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(name = "questionId", defaultValue = "") String id,
            Locale locale,
            Model model) {
        FormDefinition form = show(call, id, model).form();
        model.addAttribute("form", form.question(id).map(QuestionForm::of).orElse(QuestionForm.EMPTY));
        choices(form, section, id, locale, model);
        return "calls/question";
    }

    @PostMapping("/questions")
    String question(
            @PathVariable UUID call,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(name = "questionId", defaultValue = "") String id,
            @Valid @ModelAttribute("form") QuestionForm typed,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        typed.check(errors);
        String page = save(
                call,
                id,
                errors,
                form -> form.withQuestion(
                        section,
                        typed.toQuestion(
                                id.isEmpty()
                                        ? free(
                                                "question-",
                                                form.questions().stream().map(Question::id))
                                        : id)),
                model,
                next,
                "calls/question");
        choices(calls.show(call).form(), section, id, locale, model);
        return page;
    }

    private String save(
            UUID call,
            String id,
            BindingResult errors,
            UnaryOperator<FormDefinition> edit,
            Model model,
            RedirectAttributes next,
            String page) {
        if (!errors.hasErrors()) {
            try {
                builder.form(call, edit);
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/program/calls/" + call + "/design/form";
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        show(call, id, model);
        return page;
    }

    private CallView show(UUID call, String id, Model model) {
        CallView view = calls.show(call);
        model.addAttribute("call", view);
        model.addAttribute("id", id);
        return view;
    }

    private static void choices(FormDefinition form, String section, String id, Locale locale, Model model) {
        model.addAttribute("section", section);
        model.addAttribute("kinds", QuestionKind.values());
        model.addAttribute("core", CoreQuestions.isCore(id));
        model.addAttribute("conditions", QuestionForm.conditions(form, id.isEmpty() ? null : id, locale));
    }

    private static String free(String prefix, Stream<String> taken) {
        return Typed.code("", prefix, taken.toList());
    }
}
