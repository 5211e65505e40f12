package dari.documents;

import dari.admin.Calls;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a hospital and a call ask for, and what they are shown. */
@Controller
class AskedController {

    private final AskedDocuments asked;
    private final Documents documents;
    private final Calls calls;
    private final CurrentActor currentActor;
    private final Words words;

    AskedController(AskedDocuments asked, Documents documents, Calls calls, CurrentActor currentActor, Words words) {
        this.asked = asked;
        this.documents = documents;
        this.calls = calls;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping("/hospital/documents")
    String shown(Model model) {
        model.addAttribute("shown", documents.shownToMyHospital());
        model.addAttribute("office", currentActor.get().is(Role.HOSPITAL_OFFICE));
        return "documents/shown";
    }

    @GetMapping("/hospital/documents/{document}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID document) {
        return documents.downloadShownToMyHospital(new DocumentId(document)).answer();
    }

    @GetMapping("/hospital/documents/asked")
    String ofHospital(Model model, Locale locale) {
        model.addAttribute("form", AskedForm.EMPTY);
        return hospitalPage(model, locale);
    }

    @PostMapping("/hospital/documents/asked")
    String addToHospital(
            @Valid @ModelAttribute("form") AskedForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (hasErrors(form, errors)) {
            return hospitalPage(model, locale);
        }
        asked.addToMyHospital(form.toContent());
        next.addFlashAttribute("toast", "documents.asked.added");
        return "redirect:/hospital/documents/asked";
    }

    @PostMapping("/hospital/documents/asked/{asked}/remove")
    String removeFromHospital(@PathVariable("asked") UUID line, RedirectAttributes next) {
        asked.removeFromMyHospital(line);
        next.addFlashAttribute("toast", "documents.asked.removed");
        return "redirect:/hospital/documents/asked";
    }

    @GetMapping("/program/calls/{call}/documents")
    String ofCall(@PathVariable UUID call, Model model, Locale locale) {
        model.addAttribute("form", AskedForm.EMPTY);
        return callPage(call, model, locale);
    }

    @PostMapping("/program/calls/{call}/documents")
    String addToCall(
            @PathVariable UUID call,
            @Valid @ModelAttribute("form") AskedForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (hasErrors(form, errors)) {
            return callPage(call, model, locale);
        }
        asked.addToCall(call, form.toContent());
        next.addFlashAttribute("toast", "documents.asked.added");
        return "redirect:/program/calls/" + call + "/documents";
    }

    @PostMapping("/program/calls/{call}/documents/{asked}/remove")
    String removeFromCall(@PathVariable UUID call, @PathVariable("asked") UUID line, RedirectAttributes next) {
        asked.removeFromCall(call, line);
        next.addFlashAttribute("toast", "documents.asked.removed");
        return "redirect:/program/calls/" + call + "/documents";
    }

    @GetMapping("/program/calls/{call}/documents/{document}/file")
    ResponseEntity<byte[]> fileOfCall(@PathVariable UUID call, @PathVariable UUID document) {
        return documents.downloadShownToCall(call, new DocumentId(document)).answer();
    }

    @GetMapping("/program/documents/{document}/file")
    ResponseEntity<byte[]> fileForVerification(@PathVariable UUID document) {
        return documents.downloadShownForVerification(new DocumentId(document)).answer();
    }

    private static boolean hasErrors(AskedForm form, BindingResult errors) {
        if (!form.kindIsKnown()) {
            errors.rejectValue("kind", "needs.choice.bad");
        }
        return errors.hasErrors();
    }

    private String hospitalPage(Model model, Locale locale) {
        model.addAttribute("lines", asked.ofMyHospital());
        model.addAttribute("open", true);
        model.addAttribute("url", "/hospital/documents/asked");
        return page(model, locale);
    }

    private String callPage(UUID id, Model model, Locale locale) {
        var call = calls.show(id);
        model.addAttribute("call", call);
        model.addAttribute("lines", asked.ofCall(id));
        model.addAttribute("open", call.status().equals("DRAFT"));
        model.addAttribute("shown", documents.shownToCall(id));
        model.addAttribute("url", "/program/calls/" + id + "/documents");
        return page(model, locale);
    }

    private String page(Model model, Locale locale) {
        model.addAttribute("kinds", DocumentController.kinds(words, locale));
        return "documents/asked";
    }
}
