package dari.admin.design;

import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.forms.CoreQuestions;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.LocalText;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import dari.admin.forms.Section;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the questions of a form are written and ordered, whatever it belongs to: its sub-class says at which address, and what
 * a change does.
 */
public abstract class FormBuilder {

    /**
     * What a form belongs to.
     *
     * @param open whether the form may be changed
     * @param home address of what it belongs to
     * @param address of the form's own page
     */
    public record Desk(FormDefinition form, boolean open, LocalText title, String home, String address) {}

    /** @param path the variables of the address */
    protected abstract Desk desk(Map<String, String> path);

    /** @throws ProgramNotFoundException when the address holds no id there */
    protected static UUID id(Map<String, String> path, String variable) {
        try {
            return UUID.fromString(path.getOrDefault(variable, ""));
        } catch (IllegalArgumentException e) {
            throw new ProgramNotFoundException(variable);
        }
    }

    /** @throws ProgramRuleBrokenException when the form would contradict itself, or must not be changed */
    protected abstract void change(Map<String, String> path, UnaryOperator<FormDefinition> edit);

    @GetMapping
    protected String show(@PathVariable Map<String, String> path, Model model) {
        model.addAttribute("desk", desk(path));
        return "calls/form";
    }

    /** Moves or removes a question or a section, by one press each. */
    @PostMapping("/arrange")
    protected String arrange(
            @PathVariable Map<String, String> path,
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
            change(path, edit);
            next.addFlashAttribute("toast", "admin.saved");
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refused", e.messageKey());
        }
        return "redirect:" + desk(path).address();
    }

    @GetMapping("/sections")
    protected String section(
            @PathVariable Map<String, String> path,
            @RequestParam(name = "sectionId", defaultValue = "") String id,
            Model model) {
        FormDefinition form = show(path, id, model).form();
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
    protected String section(
            @PathVariable Map<String, String> path,
            @RequestParam(name = "sectionId", defaultValue = "") String id,
            @Valid @ModelAttribute("form") SectionForm typed,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        return save(
                path,
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
    protected String question(
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(name = "questionId", defaultValue = "") String id,
            Locale locale,
            Model model) {
        FormDefinition form = show(path, id, model).form();
        model.addAttribute("form", form.question(id).map(QuestionForm::of).orElse(QuestionForm.EMPTY));
        choices(form, section, id, locale, model);
        return "calls/question";
    }

    @PostMapping("/questions")
    protected String question(
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(name = "questionId", defaultValue = "") String id,
            @Valid @ModelAttribute("form") QuestionForm typed,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        typed.check(errors);
        String page = save(
                path,
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
        choices(desk(path).form(), section, id, locale, model);
        return page;
    }

    private String save(
            Map<String, String> path,
            String id,
            BindingResult errors,
            UnaryOperator<FormDefinition> edit,
            Model model,
            RedirectAttributes next,
            String page) {
        if (!errors.hasErrors()) {
            try {
                change(path, edit);
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:" + desk(path).address();
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        show(path, id, model);
        return page;
    }

    private Desk show(Map<String, String> path, String id, Model model) {
        Desk desk = desk(path);
        model.addAttribute("desk", desk);
        model.addAttribute("id", id);
        return desk;
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
