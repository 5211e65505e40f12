package dari.admin.verification;

import dari.admin.ProgramRuleBrokenException;
import dari.admin.VerificationDesk;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is on record of one's organisation: whether it is verified, what the desk asks for, and changes. */
@Controller
@RequestMapping("/account/verification")
class OwnRecordController {

    private final OrganizationChanges changes;
    private final ChangeReader reader;
    private final VerificationDesk desk;

    OwnRecordController(OrganizationChanges changes, ChangeReader reader, VerificationDesk desk) {
        this.changes = changes;
        this.reader = reader;
        this.desk = desk;
    }

    @GetMapping
    String show(Model model) {
        OrganizationRecord present = changes.mine();
        model.addAttribute("form", ChangeForm.of(present));
        return page(present, model);
    }

    @PostMapping
    String ask(
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        OrganizationRecord present = changes.mine();
        ChangeReader.Read read = reader.read(form, present);
        String number = read.number();
        if (number == null && !errors.hasFieldErrors("number")) {
            errors.rejectValue("number", "organizations.signup.registrationNumber.bad");
        }
        if (read.unknownAddress()) {
            errors.rejectValue("address", "organizations.signup.address.unknown");
        }
        if (errors.hasErrors() || number == null) {
            return page(present, model);
        }
        try {
            boolean inForce = changes.ask(
                    form.toRecord(number, read.region()),
                    form.address().strip(),
                    form.why().strip());
            next.addFlashAttribute("toast", inForce ? "admin.saved" : "records.asked");
            return "redirect:/account/verification";
        } catch (ProgramRuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return page(present, model);
        }
    }

    @PostMapping("/again")
    String handInAgain(RedirectAttributes next) {
        desk.handInAgain();
        next.addFlashAttribute("toast", "records.handedIn");
        return "redirect:/account/verification";
    }

    @PostMapping("/changes/{organizationChange}/withdraw")
    String withdraw(@PathVariable UUID organizationChange, RedirectAttributes next) {
        changes.withdraw(organizationChange);
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/account/verification";
    }

    private String page(OrganizationRecord present, Model model) {
        model.addAttribute("present", present);
        model.addAttribute("verification", desk.mine().orElse(null));
        model.addAttribute("changes", changes.asked());
        return "verification/own";
    }
}
