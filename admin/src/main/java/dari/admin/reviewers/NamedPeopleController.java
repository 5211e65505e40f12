package dari.admin.reviewers;

import jakarta.validation.Valid;
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
@RequestMapping("/startup/applications/{application}/people")
class NamedPeopleController {

    private final NamedPeople people;
    private final MessageSource messages;

    NamedPeopleController(NamedPeople people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable UUID application, Model model, Locale locale) {
        model.addAttribute("form", NamedPersonForm.EMPTY);
        return page(application, model, locale);
    }

    @PostMapping
    String name(
            @PathVariable UUID application,
            @Valid @ModelAttribute("form") NamedPersonForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(application, model, locale);
        }
        people.name(
                application,
                NamedPersonKind.valueOf(form.kind()),
                form.name().strip(),
                form.reason().strip());
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/startup/applications/" + application + "/people";
    }

    @PostMapping("/{person}/remove")
    String remove(@PathVariable UUID application, @PathVariable UUID person, RedirectAttributes next) {
        people.remove(application, person);
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/startup/applications/" + application + "/people";
    }

    private String page(UUID application, Model model, Locale locale) {
        model.addAttribute("entryId", application);
        model.addAttribute("people", people.of(application));
        model.addAttribute("open", people.isOpen(application));
        model.addAttribute(
                "kinds",
                Stream.of(NamedPersonKind.values())
                        .map(kind -> new Choice(
                                kind.name(), messages.getMessage("reviewers.named.kind." + kind.name(), null, locale)))
                        .toList());
        return "admin/reviewers/people";
    }
}
