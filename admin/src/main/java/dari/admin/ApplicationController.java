package dari.admin;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An application as its startup writes it, hands it in, follows it. */
@Controller
@RequestMapping("/startup/applications")
class ApplicationController {

    private static final int MOST_REASON = 1000;

    private final Applications applications;
    private final Consortia consortia;
    private final Receipts receipts;
    private final Calls calls;
    private final ApplicationPage page;

    ApplicationController(
            Applications applications, Consortia consortia, Receipts receipts, Calls calls, ApplicationPage page) {
        this.applications = applications;
        this.consortia = consortia;
        this.receipts = receipts;
        this.calls = calls;
        this.page = page;
    }

    @GetMapping
    String list(@RequestParam(name = "page", defaultValue = "0") int number, Model model) {
        Page<ApplicationView> found = applications.mine(Math.max(0, number));
        model.addAttribute("applications", found.getContent());
        model.addAttribute("pages", PageLinks.of(found, "/startup/applications"));
        model.addAttribute(
                "calls", calls.current().stream().filter(CallView::openNow).toList());
        return "forms/list";
    }

    @GetMapping("/new")
    String choose(@RequestParam UUID call, Model model) {
        model.addAttribute("call", calls.published(call));
        model.addAttribute("partners", applications.partners());
        model.addAttribute("begun", begun(call));
        return "forms/new";
    }

    @PostMapping("/new")
    String begin(@RequestParam UUID call, @RequestParam(defaultValue = "") String introduction, Model model) {
        if (!introduction.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            model.addAttribute("missing", true);
            return choose(call, model);
        }
        UUID partner = UUID.fromString(introduction);
        try {
            return "redirect:/startup/applications/" + applications.begin(call, partner);
        } catch (DataIntegrityViolationException e) {
            // Pressed twice at once: the other press made it.
            return "redirect:/startup/applications/" + applications.begin(call, partner);
        } catch (ProgramRuleBrokenException e) {
            model.addAttribute("refused", e.messageKey());
            return choose(call, model);
        }
    }

    @GetMapping("/{application}")
    String show(@PathVariable UUID application, Locale locale, Model model) {
        return page.fill(model, application, false, locale);
    }

    /** Saves, and hands in where that was pressed. What cannot be saved or handed in stays in its fields. */
    @PostMapping("/{application}")
    String save(
            @PathVariable UUID application,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "draft") String action,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        ApplicationDraft draft = TypedApplication.draft(sent);
        DraftState state = TypedApplication.state(sent);
        if (!applications.mine(application).writable()) {
            // From a page left open, or by the way back: it was handed in already, and nothing is lost.
            return "redirect:/startup/applications/" + application;
        }
        try {
            applications.save(application, draft, state);
        } catch (ProgramRuleBrokenException e) {
            model.addAttribute("refused", e.messageKey());
            return page.fill(model, application, draft, state.window(), false, locale);
        }
        if (!action.equals("submit")) {
            next.addFlashAttribute("toast", "admin.saved");
            return "redirect:/startup/applications/" + application;
        }
        if (!applications.readiness(application).isComplete()) {
            return page.fill(model, application, true, locale);
        }
        try {
            applications.submit(application);
            int number = applications.mine(application).submissions();
            next.addFlashAttribute("toast", "admin.application.submitted");
            return "redirect:/startup/applications/" + application + "/receipts/" + number;
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refused", e.messageKey());
            return "redirect:/startup/applications/" + application;
        }
    }

    /** What the page keeps by itself while one types: answers with how it went and what is still missing. */
    @PostMapping("/{application}/autosave")
    String autosave(@PathVariable UUID application, @RequestParam MultiValueMap<String, String> sent, Model model) {
        try {
            int edits = applications.keep(application, TypedApplication.draft(sent), TypedApplication.state(sent));
            model.addAttribute("edits", edits);
            model.addAttribute("readiness", applications.readiness(application));
        } catch (ProgramRuleBrokenException e) {
            model.addAttribute("refused", e.messageKey());
        }
        return "forms/saved";
    }

    @PostMapping("/{application}/members")
    String invite(
            @PathVariable UUID application, @RequestParam(defaultValue = "") String number, RedirectAttributes next) {
        try {
            consortia.invite(application, number.replaceAll("[\\s-]", ""));
            next.addFlashAttribute("toast", "forms.member.invited");
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refusedMember", e.messageKey());
            next.addFlashAttribute("number", number);
        }
        return "redirect:/startup/applications/" + application + "#members";
    }

    @PostMapping("/{application}/members/{organization}/remove")
    String remove(@PathVariable UUID application, @PathVariable UUID organization, RedirectAttributes next) {
        consortia.remove(application, organization);
        next.addFlashAttribute("toast", "forms.member.removed");
        return "redirect:/startup/applications/" + application + "#members";
    }

    @GetMapping("/{application}/receipts/{number}")
    String receipt(@PathVariable UUID application, @PathVariable int number, Model model) {
        model.addAttribute("entry", applications.mine(application));
        model.addAttribute("receipt", receipts.ofMine(application, number));
        return "forms/receipt";
    }

    /** The frozen text itself, so that anybody can compute its fingerprint. */
    @GetMapping("/{application}/receipts/{number}/snapshot")
    ResponseEntity<String> snapshot(@PathVariable UUID application, @PathVariable int number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(receipts.ofMine(application, number).receipt() + ".json")
                                .build()
                                .toString())
                .body(receipts.snapshotOfMine(application, number));
    }

    @PostMapping("/{application}/withdraw")
    String withdraw(
            @PathVariable UUID application, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        applications.mine(application);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > MOST_REASON) {
            next.addFlashAttribute("refused", "forms.withdraw.missing");
        } else {
            applications.withdraw(application, why);
            next.addFlashAttribute("toast", "admin.application.withdrawn");
        }
        return "redirect:/startup/applications/" + application;
    }

    /** Introductions with which an application to this call was begun. */
    private List<UUID> begun(UUID call) {
        return applications.mine().stream()
                .filter(own -> own.call().id().equals(call))
                .map(ApplicationView::introduction)
                .toList();
    }
}
