package dari.admin.cohorts;

import dari.admin.ProgramRuleBrokenException;
import dari.admin.cohorts.CohortForms.Correcting;
import dari.admin.cohorts.CohortForms.Extension;
import dari.admin.cohorts.CohortForms.Opening;
import dari.matching.assignment.Optimal;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** From asking for lists to the published result. */
@Controller
@RequestMapping("/program/cohorts/{cohort}")
class CohortRunController {

    private final Cohorts cohorts;
    private final CohortRuns runs;
    private final CohortPage page;

    CohortRunController(Cohorts cohorts, CohortRuns runs, CohortPage page) {
        this.cohorts = cohorts;
        this.runs = runs;
        this.page = page;
    }

    @PostMapping("/open")
    String open(
            @PathVariable UUID cohort,
            @Valid @ModelAttribute("openingForm") Opening form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        LocalDate due = CohortForms.day(form.due(), "due", errors);
        return page.keep(
                cohort,
                errors,
                () -> runs.askForLists(cohort, Objects.requireNonNull(due), Optimal.valueOf(form.optimal())),
                "main",
                model,
                locale,
                next);
    }

    @PostMapping("/extend")
    String extend(
            @PathVariable UUID cohort,
            @Valid @ModelAttribute("extensionForm") Extension form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        LocalDate due = CohortForms.day(form.newDue(), "newDue", errors);
        return page.keep(
                cohort,
                errors,
                () -> runs.extend(
                        cohort,
                        Objects.requireNonNull(due),
                        form.extensionReason().strip()),
                "main",
                model,
                locale,
                next);
    }

    @PostMapping("/close")
    String close(@PathVariable UUID cohort, RedirectAttributes next) {
        runs.close(cohort);
        return page.saved(cohort, "main", next);
    }

    @PostMapping("/run")
    String run(@PathVariable UUID cohort, RedirectAttributes next) {
        try {
            runs.run(cohort);
        } catch (ProgramRuleBrokenException e) {
            return page.refused(cohort, e.messageKey(), next);
        }
        return page.saved(cohort, "result", next);
    }

    @PostMapping("/publish")
    String publish(@PathVariable UUID cohort, RedirectAttributes next) {
        runs.publish(cohort);
        return page.saved(cohort, "main", next);
    }

    @PostMapping("/corrections")
    String correct(
            @PathVariable UUID cohort,
            @Valid @ModelAttribute("correctingForm") Correcting form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        return page.keep(
                cohort,
                errors,
                () -> runs.correct(
                        cohort,
                        UUID.fromString(form.who()),
                        CohortForms.idOrNull(form.to()),
                        form.why().strip()),
                "result",
                model,
                locale,
                next);
    }

    /** Asks and changes nothing, so it is a page that can be read again. */
    @GetMapping("/what-if")
    String whatIf(@PathVariable UUID cohort, @RequestParam Map<String, String> asked, Model model, Locale locale) {
        CohortView view = cohorts.show(cohort);
        if (!view.hasRun()) {
            throw new ProgramRuleBrokenException("cohorts.rule.notRun");
        }
        model.addAttribute("cohort", view);
        model.addAttribute("words", page.words(view, locale));
        model.addAttribute("asked", asked);
        if (asked.containsKey("ask")) {
            try {
                WhatIf answer = runs.whatIf(cohort, AskedScenario.of(view.plan(), asked));
                model.addAttribute("answer", answer);
                model.addAttribute("findings", page.words(view, locale).sentences(answer.findings()));
            } catch (ProgramRuleBrokenException e) {
                model.addAttribute("refused", e.messageKey());
            }
        }
        return "cohorts/what-if";
    }

    @GetMapping("/certificate.json")
    void certificate(@PathVariable UUID cohort, HttpServletResponse response) throws IOException {
        answer(response, "certificate-" + cohort + ".json", runs.certificateFile(cohort));
    }

    /** A deed, not a look: whoever takes everybody's lists is on record. */
    @PostMapping("/instance.json")
    void instance(@PathVariable UUID cohort, HttpServletResponse response) throws IOException {
        answer(response, "instance-" + cohort + ".json", runs.instanceFile(cohort));
    }

    private static void answer(HttpServletResponse response, String name, String json) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.getWriter().write(json);
    }
}
