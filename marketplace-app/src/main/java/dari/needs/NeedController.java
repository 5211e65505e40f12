package dari.needs;

import dari.drafts.Drafts;
import dari.workspace.Concepts;
import dari.workspace.Option;
import dari.workspace.Pages;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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

    private static final int PAGE = 20;

    private static final List<String> STAGES = List.of("none", "planned", "notified", "certified", "approved");
    private static final List<String> CLASSES = List.of("I", "II", "III", "IV");
    private static final List<String> PURPOSES = List.of("health", "disease", "general", "methods");
    private static final List<String> AUDIENCES =
            Arrays.stream(NeedAudience.values()).map(NeedAudience::name).toList();
    private static final List<String> AI_USES = List.of("train", "fineTune", "generate", "weights");

    private static final List<String> EVIDENCE = List.of("none", "retrospective", "reader", "prospective", "trial");
    private static final List<String> LEAVES = List.of("nothing", "metrics", "weights");
    private static final List<String> SKILLS = List.of("clinical", "biostatistics", "engineering", "regulatory");
    private static final List<String> FUNDING = List.of("own", "applied", "granted");
    private static final String PROFILE_DRAFT = "profile";
    private static final String OPEN = "open";

    private final Needs needs;
    private final Drafts drafts;
    private final Words words;
    private final Concepts concepts;

    NeedController(Needs needs, Drafts drafts, Words words, Concepts concepts) {
        this.needs = needs;
        this.drafts = drafts;
        this.words = words;
        this.concepts = concepts;
    }

    @GetMapping("/startup/profile")
    String profile(@RequestParam(defaultValue = "") String draft, Model model, Locale locale) {
        ProfileForm kept = ProfileForm.of(needs.myProfile(), concepts, locale);
        model.addAttribute("form", formOf(PROFILE_DRAFT, ProfileForm.class, draft, kept, model));
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
        drafts.drop(PROFILE_DRAFT);
        next.addFlashAttribute("toast", "needs.profile.saved");
        return "redirect:/startup/needs";
    }

    @GetMapping("/startup/needs")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<NeedView> found = needs.mine(Math.max(0, page), PAGE);
        model.addAttribute("needs", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/startup/needs"));
        model.addAttribute("completeness", ProfileCompleteness.of(needs.myProfile()));
        return "needs/list";
    }

    @GetMapping("/startup/needs/new")
    String create(@RequestParam(defaultValue = "") String draft, Model model, Locale locale) {
        model.addAttribute("form", formOf(draftOf(null), NeedForm.class, draft, NeedForm.EMPTY, model));
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
        NeedId id = needs.draft(form.toContent(concepts));
        drafts.drop(draftOf(null));
        return done(id, form, action, next);
    }

    @GetMapping("/startup/needs/{need}")
    String edit(@PathVariable UUID need, @RequestParam(defaultValue = "") String draft, Model model, Locale locale) {
        NeedView view = needs.mine(new NeedId(need));
        NeedForm kept = NeedForm.of(view, needs.viewersOf(view.id()), concepts, locale);
        model.addAttribute("form", formOf(draftOf(view), NeedForm.class, draft, kept, model));
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
        drafts.drop(draftOf(needs.mine(id)));
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

    private static String draftOf(@Nullable NeedView need) {
        return "need-" + (need == null ? "new" : need.id().value());
    }

    /** What was typed and not saved, when the reader asks for it; else what is kept, and word that there is more. */
    private <T> T formOf(String name, Class<T> type, String asked, T kept, Model model) {
        if (asked.equals(OPEN)) {
            return drafts.open(name, type).orElse(kept);
        }
        drafts.since(name).ifPresent(since -> model.addAttribute("draftSince", since));
        return kept;
    }

    private String profilePage(Model model, Locale locale) {
        model.addAttribute("draftKey", PROFILE_DRAFT);
        model.addAttribute("completeness", ProfileCompleteness.of(needs.myProfile()));
        model.addAttribute("stages", words.options("needs.stage", STAGES, locale));
        model.addAttribute("classes", words.options("needs.class", CLASSES, locale));
        model.addAttribute("returns", words.options("return", locale));
        model.addAttribute("evidences", words.options("needs.evidence", EVIDENCE, locale));
        model.addAttribute("leavings", words.options("needs.leaves", LEAVES, locale));
        model.addAttribute("skills", words.options("needs.skill", SKILLS, locale));
        model.addAttribute("fundings", words.options("needs.funding", FUNDING, locale));
        return "needs/profile";
    }

    private String needPage(Model model, Locale locale, @Nullable NeedView need) {
        model.addAttribute("need", need);
        model.addAttribute("draftKey", draftOf(need));
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
