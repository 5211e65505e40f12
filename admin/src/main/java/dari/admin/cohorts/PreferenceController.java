package dari.admin.cohorts;

import dari.admin.ProgramRuleBrokenException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists and results on the pages of startups and hospitals, and what everybody may read. */
@Controller
class PreferenceController {

    /** Puts a list into the service of its side. */
    private interface Keeping {

        void save(boolean send);
    }

    private final PreferenceLists lists;
    private final Outcomes outcomes;

    PreferenceController(PreferenceLists lists, Outcomes outcomes) {
        this.lists = lists;
        this.outcomes = outcomes;
    }

    @GetMapping("/startup/cohorts")
    String ofStartup(Model model) {
        model.addAttribute("lists", lists.ofMyStartup());
        model.addAttribute("base", "/startup/cohorts");
        return "cohorts/mine";
    }

    @GetMapping("/startup/cohorts/{cohort}")
    String startup(@PathVariable UUID cohort, Model model) {
        model.addAttribute("outcome", outcomes.ofMyStartup(cohort));
        return page(model, lists.ofMyStartup(cohort), "/startup/cohorts/" + cohort, "/startup/cohorts");
    }

    @PostMapping("/startup/cohorts/{cohort}")
    String rankAsStartup(
            @PathVariable UUID cohort, @RequestParam Map<String, String> sent, Model model, RedirectAttributes next) {
        ListView list = lists.ofMyStartup(cohort);
        RankingForm form = RankingForm.of(list.candidates(), sent);
        String here = "/startup/cohorts/" + cohort;
        String again = keep(form, sent, send -> lists.saveAsStartup(cohort, form.wishes(), send), here, model, next);
        return again != null ? again : page(model, list, here, "/startup/cohorts");
    }

    @GetMapping("/hospital/cohorts")
    String ofHospital(Model model) {
        model.addAttribute("lists", lists.ofMyHospital());
        model.addAttribute("base", "/hospital/cohorts");
        return "cohorts/mine";
    }

    /** Every department's list; the only one at once. */
    @GetMapping("/hospital/cohorts/{cohort}")
    String hospital(@PathVariable UUID cohort, Model model) {
        var mine = lists.ofMyHospital(cohort);
        if (mine.size() == 1) {
            return "redirect:/hospital/cohorts/" + cohort + "/departments/"
                    + mine.get(0).id();
        }
        model.addAttribute("lists", mine);
        model.addAttribute("base", "/hospital/cohorts");
        return "cohorts/mine";
    }

    @GetMapping("/hospital/cohorts/{cohort}/departments/{department}")
    String department(@PathVariable UUID cohort, @PathVariable UUID department, Model model) {
        ListView list = lists.ofMyHospital(cohort, department);
        model.addAttribute(
                "outcome",
                outcomes.ofMyHospital(cohort).stream()
                        .filter(outcome -> outcome.member().equals(department))
                        .findFirst()
                        .orElse(null));
        return page(model, list, here(cohort, department), "/hospital/cohorts");
    }

    @PostMapping("/hospital/cohorts/{cohort}/departments/{department}")
    String rankAsHospital(
            @PathVariable UUID cohort,
            @PathVariable UUID department,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes next) {
        ListView list = lists.ofMyHospital(cohort, department);
        RankingForm form = RankingForm.of(list.candidates(), sent);
        String here = here(cohort, department);
        String again = keep(
                form, sent, send -> lists.saveAsHospital(cohort, department, form.wishes(), send), here, model, next);
        return again != null ? again : page(model, list, here, "/hospital/cohorts");
    }

    @GetMapping("/calls/{call}/cohorts/{cohort}")
    String published(@PathVariable UUID call, @PathVariable UUID cohort, Model model) {
        model.addAttribute("cohort", outcomes.published(call, cohort));
        return "cohorts/public";
    }

    /** Where to go after saving; null to show the page again with what was typed and what is wrong. */
    private static @Nullable String keep(
            RankingForm form,
            Map<String, String> sent,
            Keeping keeping,
            String here,
            Model model,
            RedirectAttributes next) {
        if (form.bad().isEmpty()) {
            boolean send = "send".equals(sent.get("action")) && form.moved() == null;
            try {
                keeping.save(send);
                if (form.moved() != null) {
                    return "redirect:" + here + "#row-" + form.moved();
                }
                next.addFlashAttribute("toast", send ? "cohorts.list.sent" : "cohorts.list.saved");
                return "redirect:" + here;
            } catch (ProgramRuleBrokenException e) {
                model.addAttribute("problem", e.messageKey());
            }
        }
        model.addAttribute("typed", form.typed());
        model.addAttribute("bad", form.bad());
        return null;
    }

    private static String here(UUID cohort, UUID department) {
        return "/hospital/cohorts/" + cohort + "/departments/" + department;
    }

    private static String page(Model model, ListView list, String here, String back) {
        model.addAttribute("list", list);
        model.addAttribute("here", here);
        model.addAttribute("back", back);
        if (!model.containsAttribute("bad")) {
            model.addAttribute("bad", Set.of());
        }
        return "cohorts/ranking";
    }
}
