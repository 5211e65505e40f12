package dari.needs;

import dari.workspace.Concepts;
import dari.workspace.Option;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class NeedController {

    private static final List<String> STAGES = List.of("none", "planned", "notified", "certified", "approved");
    private static final List<String> CLASSES = List.of("I", "II", "III", "IV");
    private static final List<String> PURPOSES = List.of("health", "disease", "general", "methods");
    private static final List<String> AUDIENCES =
            Arrays.stream(NeedAudience.values()).map(NeedAudience::name).toList();
    private static final List<String> AI_USES = List.of("train", "fineTune", "generate", "weights");

    private final Needs needs;
    private final Words words;
    private final Concepts concepts;

    NeedController(Needs needs, Words words, Concepts concepts) {
        this.needs = needs;
        this.words = words;
        this.concepts = concepts;
    }

    @GetMapping("/startup/profile")
    String profile(Model model, Locale locale) {
        model.addAttribute("form", ProfileForm.of(needs.myProfile(), concepts, locale));
        return profilePage(model, locale);
    }

    @PostMapping("/startup/profile")
    String saveProfile(
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return profilePage(model, locale);
        }
        needs.saveProfile(form.toProfile(concepts));
        next.addFlashAttribute("toast", "needs.profile.saved");
        return "redirect:/startup/needs";
    }

    @GetMapping("/startup/needs")
    String list(Model model) {
        model.addAttribute("needs", needs.mine());
        model.addAttribute("profile", needs.myProfile());
        return "needs/list";
    }

    @GetMapping("/startup/needs/new")
    String create(Model model, Locale locale) {
        model.addAttribute("form", NeedForm.EMPTY);
        return needPage(model, locale, null);
    }

    @PostMapping("/startup/needs/new")
    String create(
            @Valid @ModelAttribute("form") NeedForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "draft") String action,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (hasErrors(form, errors)) {
            return needPage(model, locale, null);
        }
        return done(needs.draft(form.toContent(concepts)), form, action, next);
    }

    @GetMapping("/startup/needs/{need}")
    String edit(@PathVariable UUID need, Model model, Locale locale) {
        NeedView view = needs.mine(new NeedId(need));
        model.addAttribute("form", NeedForm.of(view, needs.viewersOf(view.id()), concepts, locale));
        return needPage(model, locale, view);
    }

    @PostMapping("/startup/needs/{need}")
    String edit(
            @PathVariable UUID need,
            @Valid @ModelAttribute("form") NeedForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "draft") String action,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        NeedId id = new NeedId(need);
        if (hasErrors(form, errors)) {
            return needPage(model, locale, needs.mine(id));
        }
        needs.revise(id, form.toContent(concepts));
        return done(id, form, action, next);
    }

    @PostMapping("/startup/needs/{need}/withdraw")
    String withdraw(@PathVariable UUID need, RedirectAttributes next) {
        needs.withdraw(new NeedId(need));
        next.addFlashAttribute("toast", "needs.withdrawn");
        return "redirect:/startup/needs";
    }

    private String done(NeedId id, NeedForm form, String action, RedirectAttributes next) {
        needs.showTo(id, form.toAudience(), form.toViewers());
        if (action.equals("publish")) {
            needs.publish(id);
            next.addFlashAttribute("toast", "needs.published");
            return "redirect:/startup/search?need=" + id.value();
        }
        next.addFlashAttribute("toast", "needs.saved");
        return "redirect:/startup/needs";
    }

    private static boolean hasErrors(NeedForm form, BindingResult errors) {
        if (!errors.hasFieldErrors("yearFrom") && !errors.hasFieldErrors("yearTo") && !form.yearsAreInOrder()) {
            errors.rejectValue("yearTo", "needs.form.years.order");
        }
        if (form.namesNobody()) {
            errors.rejectValue("hospitals", "needs.form.hospitals.missing");
        }
        return errors.hasErrors();
    }

    private String profilePage(Model model, Locale locale) {
        model.addAttribute("stages", words.options("needs.stage", STAGES, locale));
        model.addAttribute("classes", words.options("needs.class", CLASSES, locale));
        model.addAttribute("returns", words.options("return", locale));
        return "needs/profile";
    }

    private String needPage(Model model, Locale locale, @Nullable NeedView need) {
        model.addAttribute("need", need);
        for (String kind : List.of("format", "environment", "region")) {
            model.addAttribute(kind + "s", words.options(kind, locale));
        }
        model.addAttribute("purposes", words.options("needs.purpose", PURPOSES, locale));
        model.addAttribute("aiUses", words.options("needs.ai", AI_USES, locale));
        model.addAttribute("audiences", words.options("needs.audience", AUDIENCES, locale));
        model.addAttribute(
                "hospitalNames",
                needs.hospitalsToName().stream()
                        .map(facts -> new Option(facts.id().value().toString(), facts.name(locale)))
                        .toList());
        return "needs/need";
    }
}
