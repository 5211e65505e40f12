package dari.admin.panel;

import dari.admin.Applications;
import dari.admin.ProgramRuleBrokenException;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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

/** What became of an application, for its applicant: presentation, decision, place, letters, appeal. */
@Controller
@RequestMapping("/startup/applications/{application}")
class ApplicantController {

    private static final String CALENDAR = "text/calendar; charset=UTF-8; method=PUBLISH";
    private static final int LONGEST_REASON = 1000;

    private final Applications applications;
    private final Places places;
    private final Letters letters;
    private final Appeals appeals;
    private final Presentations presentations;
    private final HospitalOutcomes hospitals;
    private final HospitalDatasets datasets;

    ApplicantController(
            Applications applications,
            Places places,
            Letters letters,
            Appeals appeals,
            Presentations presentations,
            HospitalOutcomes hospitals,
            HospitalDatasets datasets) {
        this.applications = applications;
        this.places = places;
        this.letters = letters;
        this.appeals = appeals;
        this.presentations = presentations;
        this.hospitals = hospitals;
        this.datasets = datasets;
    }

    @GetMapping("/decision")
    String show(@PathVariable UUID application, Model model) {
        model.addAttribute("form", TextForm.EMPTY);
        return page(application, model);
    }

    @PostMapping("/accept")
    String accept(@PathVariable UUID application, RedirectAttributes next) {
        return doing(application, next, "panel.place.accepted", () -> places.accept(application));
    }

    @PostMapping("/give-up")
    String giveUp(
            @PathVariable UUID application, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        String why = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        return doing(application, next, "panel.place.givenUp", () -> places.giveUp(application, why));
    }

    @PostMapping("/appeal")
    String appeal(
            @PathVariable UUID application,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        applications.mine(application);
        if (!errors.hasErrors()) {
            try {
                appeals.raise(application, form.text().strip());
                next.addFlashAttribute("toast", "panel.appeal.raised");
                return back(application);
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(application, model);
    }

    @PostMapping("/datasets")
    String addDataset(
            @PathVariable UUID application,
            @RequestParam(defaultValue = Choice.NONE) UUID partner,
            RedirectAttributes next) {
        return doing(application, next, "admin.saved", () -> datasets.add(application, partner));
    }

    @PostMapping("/datasets/remove")
    String removeDataset(
            @PathVariable UUID application,
            @RequestParam(defaultValue = Choice.NONE) UUID partner,
            RedirectAttributes next) {
        return doing(application, next, "admin.saved", () -> datasets.remove(application, partner));
    }

    @GetMapping("/letters/{letter}")
    String letter(@PathVariable UUID application, @PathVariable UUID letter, Model model) {
        model.addAttribute("entry", applications.mine(application));
        model.addAttribute("letter", letters.mine(application, letter));
        return "panel/letter";
    }

    @GetMapping("/presentation.ics")
    ResponseEntity<byte[]> calendar(@PathVariable UUID application, Locale locale) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"presentation.ics\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(presentations.calendar(application, locale).getBytes(StandardCharsets.UTF_8));
    }

    private static String doing(UUID application, RedirectAttributes next, String toast, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", toast);
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refused", e.messageKey());
        }
        return back(application);
    }

    private String page(UUID application, Model model) {
        // "application" is taken: the template engine names the servlet context so.
        model.addAttribute("entry", applications.mine(application));
        model.addAttribute("place", places.mine(application));
        model.addAttribute("letters", letters.mine(application));
        model.addAttribute("appeal", appeals.mine(application));
        LocalDate appealUntil = appeals.until(application);
        model.addAttribute("appealUntil", appealUntil);
        model.addAttribute("presentation", presentations.mine(application));
        model.addAttribute("hospitals", hospitals.mine(application));
        model.addAttribute("datasets", datasets.mine(application));
        model.addAttribute("partners", datasets.choices(application));
        return "panel/decision";
    }

    private static String back(UUID application) {
        return "redirect:/startup/applications/" + application + "/decision";
    }
}
