package dari.answers;

import dari.accounts.Accounts;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.RuleBrokenException;
import dari.organizations.Organizations;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

@Controller
@RequestMapping("/hospital/answers")
class AnswerController {

    private static final List<String> KINDS =
            Arrays.stream(AnswerKind.values()).map(AnswerKind::name).toList();
    private static final String PREVIEW = "preview";

    private final AnswerTemplates templates;
    private final Organizations organizations;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final Words words;
    private final MessageSource messages;

    AnswerController(
            AnswerTemplates templates,
            Organizations organizations,
            Accounts accounts,
            CurrentActor currentActor,
            Words words,
            MessageSource messages) {
        this.templates = templates;
        this.organizations = organizations;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("templates", templates.mine());
        return "answers/list";
    }

    /** A new one begins with words that can be sent as they are. */
    @GetMapping("/new")
    String create(@RequestParam(defaultValue = "ACCEPT") String kind, Model model, Locale locale) {
        String usual = KINDS.contains(kind) ? kind : AnswerKind.ACCEPT.name();
        model.addAttribute(
                "form", new AnswerForm(usual, "", starter(usual, Locale.KOREAN), starter(usual, Locale.ENGLISH)));
        return page(model, locale, null);
    }

    @PostMapping("/new")
    String create(
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "save") String action,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (hasErrors(form, errors) || action.equals(PREVIEW)) {
            return preview(form, errors, model, locale, null);
        }
        try {
            templates.add(form.toContent());
        } catch (RuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return page(model, locale, null);
        }
        next.addFlashAttribute("toast", "answers.saved");
        return "redirect:/hospital/answers";
    }

    @GetMapping("/{template}")
    String edit(@PathVariable UUID template, Model model, Locale locale) {
        AnswerTemplateView view = templates.mine(new AnswerTemplateId(template));
        AnswerForm form = AnswerForm.of(view.content());
        model.addAttribute("form", form);
        model.addAttribute("previews", previews(form));
        return page(model, locale, view.id());
    }

    @PostMapping("/{template}")
    String edit(
            @PathVariable UUID template,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "save") String action,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        AnswerTemplateId id = templates.mine(new AnswerTemplateId(template)).id();
        if (hasErrors(form, errors) || action.equals(PREVIEW)) {
            return preview(form, errors, model, locale, id);
        }
        try {
            templates.change(id, form.toContent());
        } catch (RuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return page(model, locale, id);
        }
        next.addFlashAttribute("toast", "answers.saved");
        return "redirect:/hospital/answers";
    }

    @PostMapping("/{template}/delete")
    String delete(@PathVariable UUID template, RedirectAttributes next) {
        templates.delete(new AnswerTemplateId(template));
        next.addFlashAttribute("toast", "answers.deleted");
        return "redirect:/hospital/answers";
    }

    private static boolean hasErrors(AnswerForm form, BindingResult errors) {
        refuseUnknown("bodyKo", form.bodyKo(), errors);
        refuseUnknown("bodyEn", form.bodyEn(), errors);
        return errors.hasErrors();
    }

    private static void refuseUnknown(String field, @Nullable String text, BindingResult errors) {
        List<String> unknown = text == null ? List.of() : AnswerPlace.unknown(text);
        if (!unknown.isEmpty()) {
            errors.rejectValue(field, "answers.form.body.unknown", new Object[] {String.join(", ", unknown)}, null);
        }
    }

    private String preview(
            AnswerForm form, BindingResult errors, Model model, Locale locale, @Nullable AnswerTemplateId id) {
        if (!errors.hasErrors()) {
            model.addAttribute("previews", previews(form));
        }
        return page(model, locale, id);
    }

    private String page(Model model, Locale locale, @Nullable AnswerTemplateId id) {
        model.addAttribute("template", id);
        model.addAttribute("kinds", words.options("answers.kind", KINDS, locale));
        model.addAttribute("places", AnswerPlace.values());
        return "answers/template";
    }

    /** By language tag: the texts as a startup would get them, with an example's names. */
    private Map<String, String> previews(AnswerForm form) {
        return Map.of(
                "ko", AnswerPlace.fill(form.bodyKo(), example(Locale.KOREAN)),
                "en", AnswerPlace.fill(form.bodyEn(), example(Locale.ENGLISH)));
    }

    private Map<AnswerPlace, String> example(Locale language) {
        Actor actor = currentActor.get();
        Map<AnswerPlace, String> values = new EnumMap<>(AnswerPlace.class);
        for (AnswerPlace place : List.of(AnswerPlace.STARTUP, AnswerPlace.OFFER, AnswerPlace.NEED)) {
            values.put(place, messages.getMessage("answers.example." + place, null, language));
        }
        values.put(
                AnswerPlace.HOSPITAL, organizations.facts(actor.organization()).name(language));
        values.put(AnswerPlace.AUTHOR, accounts.names(List.of(actor.user())).getOrDefault(actor.user(), ""));
        return values;
    }

    private String starter(String kind, Locale language) {
        Object[] places =
                Arrays.stream(AnswerPlace.values()).map(AnswerPlace::getWritten).toArray();
        return messages.getMessage("answers.starter." + kind, places, language);
    }
}
