package dari.admin.reviewers;

import dari.admin.PageLinks;
import dari.admin.ProgramRuleBrokenException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The reviewers of a whole call: settle how, propose, edit, confirm. */
@Controller
@RequestMapping("/program/calls/{call}/assignment")
class AssignmentController {

    private static final int SHOWN = 10;
    private static final int CANDIDATES = 25;

    private final Assignments assignments;
    private final CandidateSearch candidates;
    private final MessageSource messages;

    AssignmentController(Assignments assignments, CandidateSearch candidates, MessageSource messages) {
        this.assignments = assignments;
        this.candidates = candidates;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable UUID call, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        AssignmentView view = assignments.show(call, Math.max(page, 0) * SHOWN, SHOWN);
        model.addAttribute("form", TermsForm.of(view.terms()));
        return page(view, page, model, locale);
    }

    /** Everybody for one application, to choose whom its row does not offer. */
    @GetMapping("/{application}")
    String candidates(
            @PathVariable UUID call,
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int shown = Math.max(page, 0);
        CandidatesPage found = candidates.page(call, application, name, shown, CANDIDATES);
        String url = UriComponentsBuilder.fromPath("/program/calls/" + call + "/assignment/" + application)
                .queryParam("name", "{name}")
                .encode()
                .buildAndExpand(name)
                .toUriString();
        model.addAttribute("name", name);
        model.addAttribute("found", found);
        model.addAttribute("pages", PageLinks.of(shown, found.total(), CANDIDATES, url));
        return "admin/reviewers/candidates";
    }

    @PostMapping("/terms")
    String settle(
            @PathVariable UUID call,
            @Valid @ModelAttribute("form") TermsForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                assignments.settle(call, form.toTerms());
                return back(call, 0, "admin.saved", next);
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(assignments.show(call, 0, SHOWN), 0, model, locale);
    }

    @PostMapping("/propose")
    String propose(@PathVariable UUID call, RedirectAttributes next) {
        assignments.propose(call);
        return back(call, 0, "reviewers.assignment.made", next);
    }

    @PostMapping("/add")
    String add(
            @PathVariable UUID call,
            @RequestParam UUID application,
            @RequestParam UUID reviewer,
            @RequestParam(defaultValue = "false") boolean reserve,
            @RequestParam(defaultValue = "0") int page,
            RedirectAttributes next) {
        assignments.add(call, application, reviewer, reserve);
        return back(call, page, "admin.saved", next);
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable UUID call,
            @RequestParam UUID application,
            @RequestParam UUID reviewer,
            @RequestParam(defaultValue = "0") int page,
            RedirectAttributes next) {
        assignments.remove(call, application, reviewer);
        return back(call, page, "admin.saved", next);
    }

    @PostMapping("/confirm")
    String confirm(@PathVariable UUID call, RedirectAttributes next) {
        assignments.confirm(call);
        return back(call, 0, "reviewers.assignment.confirmed", next);
    }

    private static String back(UUID call, int page, String toast, RedirectAttributes next) {
        next.addFlashAttribute("toast", toast);
        return "redirect:/program/calls/" + call + "/assignment" + (page > 0 ? "?page=" + page : "");
    }

    private String page(AssignmentView view, int page, Model model, Locale locale) {
        int shown = Math.max(page, 0);
        String url = "/program/calls/" + view.call().id() + "/assignment";
        model.addAttribute("plan", view);
        model.addAttribute("rows", view.rows());
        model.addAttribute("page", shown);
        model.addAttribute("pages", PageLinks.of(shown, view.total(), SHOWN, url));
        model.addAttribute(
                "languages",
                Stream.of("ko", "en")
                        .map(code -> new Choice(code, messages.getMessage("reviewers.language." + code, null, locale)))
                        .toList());
        return "admin/reviewers/assignment";
    }
}
