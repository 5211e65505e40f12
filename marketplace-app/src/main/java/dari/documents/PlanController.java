package dari.documents;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What each hospital and call asks of a startup, held against its wallet. */
@Controller
@RequestMapping("/startup/documents")
class PlanController {

    private final AskedDocuments asked;
    private final Documents documents;

    PlanController(AskedDocuments asked, Documents documents) {
        this.asked = asked;
        this.documents = documents;
    }

    @GetMapping
    String plans(Model model) {
        model.addAttribute("plans", asked.plans());
        return "documents/plans";
    }

    @GetMapping("/hospitals/{hospital}")
    String hospital(@PathVariable UUID hospital, Model model) {
        model.addAttribute("plan", asked.planForHospital(hospital));
        model.addAttribute("url", "/startup/documents/hospitals/" + hospital);
        return "documents/plan";
    }

    @PostMapping("/hospitals/{hospital}")
    String showHospital(
            @PathVariable UUID hospital,
            @RequestParam(defaultValue = "") List<UUID> document,
            RedirectAttributes next) {
        return grant(asked.planForHospital(hospital), "hospitals/" + hospital, document, next);
    }

    @GetMapping("/calls/{call}")
    String call(@PathVariable UUID call, Model model) {
        model.addAttribute("plan", asked.planForCall(call));
        model.addAttribute("url", "/startup/documents/calls/" + call);
        return "documents/plan";
    }

    @PostMapping("/calls/{call}")
    String showCall(
            @PathVariable UUID call, @RequestParam(defaultValue = "") List<UUID> document, RedirectAttributes next) {
        return grant(asked.planForCall(call), "calls/" + call, document, next);
    }

    private String grant(DocumentPlan plan, String page, List<UUID> chosen, RedirectAttributes next) {
        documents.grant(
                chosen.stream().map(DocumentId::new).toList(), plan.party().party());
        next.addFlashAttribute("toast", chosen.isEmpty() ? "documents.plan.none" : "documents.shown");
        return "redirect:/startup/documents/" + page;
    }
}
