package dari.admin.cohorts;

import dari.admin.Calls;
import dari.admin.cohorts.CohortForms.Department;
import dari.admin.cohorts.CohortForms.Goal;
import dari.admin.cohorts.CohortForms.New;
import dari.admin.cohorts.CohortForms.PairRule;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

/** Forming a cohort: members, seats, goals, pairs. */
@Controller
@RequestMapping("/program/cohorts")
class CohortController {

    private static final Pattern SEATS = Pattern.compile(CohortForms.SEATS);
    private static final Set<String> REGIONS = Set.of("", "capital", "noncapital");
    private static final Set<String> SIZES = Set.of("", "small", "medium");

    private final Cohorts cohorts;
    private final Calls calls;
    private final CohortPage page;

    CohortController(Cohorts cohorts, Calls calls, CohortPage page) {
        this.cohorts = cohorts;
        this.calls = calls;
        this.page = page;
    }

    @GetMapping
    String list(@RequestParam @Nullable UUID call, Model model) {
        model.addAttribute("form", call == null ? New.EMPTY : new New(call.toString(), "", ""));
        return listPage(model);
    }

    @PostMapping
    String create(@Valid @ModelAttribute("form") New form, BindingResult errors, Model model) {
        if (errors.hasErrors()) {
            return listPage(model);
        }
        return "redirect:/program/cohorts/"
                + cohorts.draft(
                        UUID.fromString(form.call()),
                        form.titleKo().strip(),
                        form.titleEn().strip());
    }

    @GetMapping("/{cohort}")
    String show(@PathVariable UUID cohort, Model model, Locale locale) {
        return page.show(cohort, model, locale);
    }

    @PostMapping("/{cohort}/startups")
    String addStartups(
            @PathVariable UUID cohort,
            @RequestParam(required = false) @Nullable Set<UUID> chosen,
            RedirectAttributes next) {
        cohorts.addStartups(cohort, chosen == null ? Set.of() : chosen);
        return page.saved(cohort, "startups", next);
    }

    @PostMapping("/{cohort}/startups/{entry}")
    String describe(
            @PathVariable UUID cohort,
            @PathVariable UUID entry,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String size,
            RedirectAttributes next) {
        if (!REGIONS.contains(region) || !SIZES.contains(size)) {
            return page.refused(cohort, "cohorts.form.bad", next);
        }
        cohorts.describe(cohort, entry, region, size);
        return page.saved(cohort, "startups", next);
    }

    @PostMapping("/{cohort}/departments")
    String addDepartment(
            @PathVariable UUID cohort,
            @Valid @ModelAttribute("departmentForm") Department form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        form.check(errors);
        return page.keep(
                cohort,
                errors,
                () -> cohorts.addDepartment(
                        cohort,
                        UUID.fromString(form.hospital()),
                        form.departmentKo().strip(),
                        form.departmentEn().strip(),
                        Integer.parseInt(form.seats()),
                        Integer.parseInt(form.fewest())),
                "seats",
                model,
                locale,
                next);
    }

    @PostMapping("/{cohort}/departments/{entry}")
    String seats(
            @PathVariable UUID cohort,
            @PathVariable UUID entry,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String minimum,
            RedirectAttributes next) {
        if (!isNumber(capacity) || !isNumber(minimum)) {
            return page.refused(cohort, "cohorts.form.seats.bad", next);
        }
        cohorts.seats(cohort, entry, Integer.parseInt(capacity), Integer.parseInt(minimum));
        return page.saved(cohort, "seats", next);
    }

    @PostMapping("/{cohort}/hospitals/{entry}")
    String quota(
            @PathVariable UUID cohort,
            @PathVariable UUID entry,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "0") String minimum,
            RedirectAttributes next) {
        if (!(capacity.isEmpty() || isNumber(capacity)) || !isNumber(minimum)) {
            return page.refused(cohort, "cohorts.form.seats.bad", next);
        }
        cohorts.quota(cohort, entry, capacity.isEmpty() ? null : Integer.valueOf(capacity), Integer.parseInt(minimum));
        return page.saved(cohort, "seats", next);
    }

    @PostMapping("/{cohort}/goals")
    String addGoal(
            @PathVariable UUID cohort,
            @Valid @ModelAttribute("goalForm") Goal form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        return page.keep(
                cohort,
                errors,
                () -> cohorts.addGoal(
                        cohort,
                        form.attribute(),
                        form.value(),
                        Integer.parseInt(form.atLeast()),
                        CohortForms.idOrNull(form.at())),
                "goals",
                model,
                locale,
                next);
    }

    @PostMapping("/{cohort}/pairs")
    String settle(
            @PathVariable UUID cohort,
            @Valid @ModelAttribute("pairForm") PairRule form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        return page.keep(
                cohort,
                errors,
                () -> cohorts.settle(
                        cohort,
                        UUID.fromString(form.pairStartup()),
                        UUID.fromString(form.pairDepartment()),
                        form.together().equals("together"),
                        form.pairReason().strip()),
                "pairs",
                model,
                locale,
                next);
    }

    @PostMapping("/{cohort}/remove/{entry}")
    String remove(@PathVariable UUID cohort, @PathVariable UUID entry, RedirectAttributes next) {
        cohorts.remove(cohort, entry);
        return page.saved(cohort, "main", next);
    }

    private String listPage(Model model) {
        model.addAttribute("cohorts", cohorts.all());
        model.addAttribute("calls", calls.all());
        return "cohorts/list";
    }

    private static boolean isNumber(String typed) {
        return SEATS.matcher(typed).matches();
    }
}
