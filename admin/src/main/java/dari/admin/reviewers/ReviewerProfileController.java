package dari.admin.reviewers;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/reviews/profile")
class ReviewerProfileController {

    private final ReviewerProfiles profiles;
    private final Vocabulary vocabulary;
    private final MessageSource messages;

    ReviewerProfileController(ReviewerProfiles profiles, Vocabulary vocabulary, MessageSource messages) {
        this.profiles = profiles;
        this.vocabulary = vocabulary;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model, Locale locale) {
        model.addAttribute("form", ReviewerProfileForm.of(profiles.mine()));
        model.addAttribute("tie", TieForm.EMPTY);
        return page(model, locale);
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") ReviewerProfileForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!form.hasRealDay()) {
            errors.rejectValue("awayUntil", "admin.call.deadline.bad");
        }
        if (errors.hasErrors()) {
            model.addAttribute("tie", TieForm.EMPTY);
            return page(model, locale);
        }
        profiles.change(form.toAbility(Stream.concat(broad("disease"), broad("modality"))
                .map(Concept::id)
                .toList()));
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/reviews/profile";
    }

    @PostMapping("/ties")
    String declare(
            @Valid @ModelAttribute("tie") TieForm tie,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            model.addAttribute("form", ReviewerProfileForm.of(profiles.mine()));
            return page(model, locale);
        }
        profiles.declare(TieKind.valueOf(tie.kind()), tie.name().strip(), tie.year());
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/reviews/profile";
    }

    @PostMapping("/ties/{tie}/withdraw")
    String withdraw(@PathVariable UUID tie, RedirectAttributes next) {
        profiles.withdraw(tie);
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/reviews/profile";
    }

    private String page(Model model, Locale locale) {
        model.addAttribute("ties", profiles.ties());
        model.addAttribute("fields", choices("disease", locale));
        model.addAttribute("data", choices("modality", locale));
        model.addAttribute(
                "languages",
                Stream.of("ko", "en")
                        .map(code -> new Choice(code, messages.getMessage("reviewers.language." + code, null, locale)))
                        .toList());
        model.addAttribute(
                "kinds",
                Stream.of(TieKind.values())
                        .map(kind -> new Choice(
                                kind.name(), messages.getMessage("reviewers.tie.kind." + kind.name(), null, locale)))
                        .toList());
        return "admin/reviewers/profile";
    }

    private List<Choice> choices(String kind, Locale locale) {
        return broad(kind)
                .map(concept -> new Choice(concept.id(), concept.label(locale)))
                .toList();
    }

    /** What has nothing broader: a reviewer knows a field with everything in it. */
    private Stream<Concept> broad(String kind) {
        return vocabulary.ofKind(kind).stream()
                .filter(concept -> concept.parents().isEmpty());
    }
}
