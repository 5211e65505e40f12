package dari.admin.cohorts;

import dari.admin.CallEntry;
import dari.admin.Calls;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.cohorts.CohortForms.Correcting;
import dari.admin.cohorts.CohortForms.Department;
import dari.admin.cohorts.CohortForms.Extension;
import dari.admin.cohorts.CohortForms.Goal;
import dari.admin.cohorts.CohortForms.Opening;
import dari.admin.cohorts.CohortForms.PairRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk's page of a cohort: every form on it comes back to it, those with errors as they were typed. */
@Component
class CohortPage {

    private static final int DAYS_FOR_LISTS = 14;

    private final Cohorts cohorts;
    private final CohortRuns runs;
    private final CohortBook book;
    private final Calls calls;
    private final MessageSource messages;

    CohortPage(Cohorts cohorts, CohortRuns runs, CohortBook book, Calls calls, MessageSource messages) {
        this.cohorts = cohorts;
        this.runs = runs;
        this.book = book;
        this.calls = calls;
        this.messages = messages;
    }

    String show(UUID id, Model model, Locale locale) {
        CohortView cohort = cohorts.show(id);
        CohortWords words = new CohortWords(cohort.plan(), cohort.names(), messages, locale);
        model.addAttribute("cohort", cohort);
        model.addAttribute("call", calls.show(cohort.call()));
        model.addAttribute("words", words);
        model.addAttribute("findings", words.sentences(runs.findings(id)));
        if (cohort.forming()) {
            List<CallEntry> eligible = cohorts.eligible(id);
            model.addAttribute("eligible", eligible);
            model.addAttribute(
                    "parties",
                    cohorts.parties(eligible.stream().map(CallEntry::startup).toList()));
            model.addAttribute("hospitals", cohorts.hospitals());
        }
        if (cohort.hasRun()) {
            model.addAttribute("result", runs.result(id));
        }
        LocalDate due =
                Objects.requireNonNullElse(cohort.listsDue(), book.today()).plusDays(DAYS_FOR_LISTS);
        add(model, "departmentForm", Department.EMPTY);
        add(model, "goalForm", Goal.EMPTY);
        add(model, "pairForm", PairRule.EMPTY);
        add(model, "openingForm", new Opening(due.toString(), "APPLICANTS"));
        add(model, "extensionForm", new Extension(due.toString(), ""));
        add(model, "correctingForm", Correcting.EMPTY);
        return "cohorts/cohort";
    }

    CohortWords words(CohortView cohort, Locale locale) {
        return new CohortWords(cohort.plan(), cohort.names(), messages, locale);
    }

    /** Does what a form without errors asks; a rule that refuses it is shown above the form, with what was typed. */
    String keep(
            UUID id,
            BindingResult errors,
            Runnable act,
            String section,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                act.run();
                return saved(id, section, next);
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return show(id, model, locale);
    }

    String saved(UUID id, String section, RedirectAttributes next) {
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/cohorts/" + id + "#" + section;
    }

    String refused(UUID id, String key, RedirectAttributes next) {
        next.addFlashAttribute("refused", key);
        return "redirect:/program/cohorts/" + id;
    }

    private static void add(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }
}
