package dari.admin;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/program/verifications")
class VerificationController {

    private static final int PAGE = 50;

    private final VerificationDesk desk;

    /** None, where the application around the desk keeps no documents. */
    private final ObjectProvider<VerificationDocuments> documents;

    VerificationController(VerificationDesk desk, ObjectProvider<VerificationDocuments> documents) {
        this.desk = desk;
        this.documents = documents;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<VerificationView> found = desk.list(Math.max(0, page), PAGE);
        model.addAttribute("cases", found.getContent());
        model.addAttribute("pages", PageLinks.of(found, "/program/verifications"));
        return "admin/verifications";
    }

    @GetMapping("/{verification}")
    String show(@PathVariable UUID verification, Model model) {
        model.addAttribute("form", ReasonForm.EMPTY);
        return page(verification, model);
    }

    @PostMapping("/{verification}")
    String decide(
            @PathVariable UUID verification,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            @RequestParam String decision,
            Model model,
            RedirectAttributes next) {
        if (!Set.of("approve", "return", "refuse").contains(decision)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (errors.hasErrors()) {
            return page(verification, model);
        }
        if (decision.equals("return")) {
            desk.giveBack(verification, form.reason().strip());
        } else {
            desk.decide(verification, decision.equals("approve"), form.reason().strip());
        }
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/verifications";
    }

    private String page(UUID verification, Model model) {
        VerificationView view = desk.show(verification);
        model.addAttribute("verification", view);
        model.addAttribute("alike", view.duplicate() ? desk.alike(verification) : List.of());
        model.addAttribute(
                "documents",
                documents.stream()
                        .flatMap(kept -> kept.of(view.organization()).stream())
                        .toList());
        return "admin/verification";
    }
}
