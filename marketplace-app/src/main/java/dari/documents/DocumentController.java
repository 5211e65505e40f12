package dari.documents;

import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.workspace.Option;
import dari.workspace.Pages;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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

/** The wallet's pages for its own organisation. */
@Controller
@RequestMapping("/documents")
class DocumentController {

    private static final int PAGE = 50;

    private final Documents documents;
    private final CurrentActor currentActor;
    private final Words words;

    DocumentController(Documents documents, CurrentActor currentActor, Words words) {
        this.documents = documents;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<DocumentView> found = documents.mine(Math.max(0, page), PAGE);
        model.addAttribute("documents", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/documents"));
        model.addAttribute("startup", currentActor.get().face() == Face.STARTUP);
        return "documents/list";
    }

    @GetMapping("/new")
    String add(@RequestParam(defaultValue = "") String kind, Model model, Locale locale) {
        documents.viewers();
        DocumentForm empty = DocumentForm.EMPTY;
        model.addAttribute("form", new DocumentForm(kind, empty.title(), "", "", "", "", null));
        return form(null, model, locale);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") DocumentForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!form.hasFile()) {
            errors.rejectValue("file", "documents.form.file.missing");
        }
        if (hasNoErrors(form, errors) && form.file() != null) {
            try {
                DocumentId id = documents.add(form.toContent(), form.file());
                next.addFlashAttribute("toast", "documents.added");
                return "redirect:/documents/" + id.value();
            } catch (RuleBrokenException e) {
                errors.rejectValue("file", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return form(null, model, locale);
    }

    @GetMapping("/{document}")
    String show(@PathVariable UUID document, Model model) {
        return page(new DocumentId(document), model);
    }

    @GetMapping("/{document}/edit")
    String edit(@PathVariable UUID document, Model model, Locale locale) {
        DocumentView view = documents.show(new DocumentId(document));
        model.addAttribute("form", DocumentForm.of(view.content()));
        return form(view, model, locale);
    }

    @PostMapping("/{document}")
    String edit(
            @PathVariable UUID document,
            @Valid @ModelAttribute("form") DocumentForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        DocumentId id = new DocumentId(document);
        DocumentView view = documents.show(id);
        if (hasNoErrors(form, errors)) {
            try {
                documents.replace(id, form.toContent(), form.hasFile() ? form.file() : null);
                next.addFlashAttribute("toast", "documents.replaced");
                return "redirect:/documents/" + document;
            } catch (RuleBrokenException e) {
                errors.rejectValue("file", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return form(view, model, locale);
    }

    @GetMapping("/{document}/files/{file}")
    ResponseEntity<byte[]> download(@PathVariable UUID document, @PathVariable UUID file) {
        return documents.download(new DocumentId(document), file).answer();
    }

    @PostMapping("/{document}/viewers")
    String grant(@PathVariable UUID document, @RequestParam(defaultValue = "") String viewer, RedirectAttributes next) {
        DocumentId id = new DocumentId(document);
        documents.show(id);
        Party party = documents.viewers().stream()
                .filter(choice -> choice.code().equals(viewer))
                .findFirst()
                .map(Viewer::party)
                .orElseThrow(() -> new NotFoundException("viewer"));
        documents.grant(List.of(id), party);
        next.addFlashAttribute("toast", "documents.shown");
        return "redirect:/documents/" + document;
    }

    @PostMapping("/{document}/viewers/{grant}/withdraw")
    String withdraw(@PathVariable UUID document, @PathVariable UUID grant, RedirectAttributes next) {
        documents.withdraw(new DocumentId(document), grant);
        next.addFlashAttribute("toast", "documents.hidden");
        return "redirect:/documents/" + document;
    }

    @PostMapping("/{document}/delete")
    String delete(@PathVariable UUID document, RedirectAttributes next) {
        documents.delete(new DocumentId(document));
        next.addFlashAttribute("toast", "documents.deleted");
        return "redirect:/documents";
    }

    private static boolean hasNoErrors(DocumentForm form, BindingResult errors) {
        if (!form.kindIsKnown()) {
            errors.rejectValue("kind", "needs.choice.bad");
        }
        if (!errors.hasFieldErrors("issuedOn") && !errors.hasFieldErrors("expiresOn") && !form.datesAreInOrder()) {
            errors.rejectValue("expiresOn", "documents.form.expiresOn.order");
        }
        return !errors.hasErrors();
    }

    private String form(@Nullable DocumentView document, Model model, Locale locale) {
        model.addAttribute("document", document);
        model.addAttribute("kinds", kinds(words, locale));
        return "documents/form";
    }

    private String page(DocumentId id, Model model) {
        model.addAttribute("document", documents.show(id));
        model.addAttribute("revisions", documents.revisions(id));
        model.addAttribute("grants", documents.grants(id));
        model.addAttribute("viewers", documents.viewers());
        model.addAttribute("startup", currentActor.get().face() == Face.STARTUP);
        model.addAttribute("history", documents.history(id));
        return "documents/document";
    }

    static List<Option> kinds(Words words, Locale locale) {
        return words.options(
                "documents.kind",
                Arrays.stream(DocumentKind.values()).map(DocumentKind::name).toList(),
                locale);
    }
}
