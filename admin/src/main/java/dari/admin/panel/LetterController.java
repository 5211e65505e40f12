package dari.admin.panel;

import jakarta.validation.Valid;
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

/** Letters of a call: their templates, what each applicant will get, and the press that sends them. */
@Controller
@RequestMapping("/program/calls/{call}/letters")
class LetterController {

    private static final int PAGE = 20;

    private final Letters letters;

    LetterController(Letters letters) {
        this.letters = letters;
    }

    @GetMapping
    String list(@PathVariable UUID call, @RequestParam(defaultValue = "0") int page, Model model) {
        int number = Math.max(0, page);
        Page<LetterView> due = letters.preview(call, number, PAGE);
        Page<LetterView> sent = letters.sent(call, number, PAGE);
        Listing pages = new Listing(
                number, Math.max(due.getTotalPages(), sent.getTotalPages()), "/program/calls/" + call + "/letters");
        model.addAttribute("call", letters.callOf(call));
        model.addAttribute("kinds", LetterKind.values());
        model.addAttribute("waiting", due.getTotalElements());
        model.addAttribute("due", due.getContent());
        model.addAttribute("pages", pages);
        model.addAttribute("sent", sent.getContent());
        return "panel/letters";
    }

    @PostMapping("/send")
    String send(@PathVariable UUID call, RedirectAttributes next) {
        letters.send(call);
        next.addFlashAttribute("toast", "panel.letters.sent");
        return back(call);
    }

    @GetMapping("/templates/{kind}")
    String template(@PathVariable UUID call, @PathVariable LetterKind kind, Model model) {
        model.addAttribute("form", LetterForm.of(letters.template(call, kind)));
        return page(call, kind, model);
    }

    @PostMapping("/templates/{kind}")
    String write(
            @PathVariable UUID call,
            @PathVariable LetterKind kind,
            @Valid @ModelAttribute("form") LetterForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.fields()
                .forEach((field, text) -> LetterText.unknown(text == null ? "" : text).stream()
                        .findFirst()
                        .ifPresent(name ->
                                errors.rejectValue(field, "panel.form.variable.unknown", new Object[] {name}, null)));
        if (errors.hasErrors()) {
            return page(call, kind, model);
        }
        letters.write(call, kind, form.text());
        next.addFlashAttribute("toast", "admin.saved");
        return back(call);
    }

    private String page(UUID call, LetterKind kind, Model model) {
        model.addAttribute("call", letters.callOf(call));
        model.addAttribute("kind", kind);
        model.addAttribute("variables", LetterText.VARIABLES);
        return "panel/letter-template";
    }

    private static String back(UUID call) {
        return "redirect:/program/calls/" + call + "/letters";
    }
}
