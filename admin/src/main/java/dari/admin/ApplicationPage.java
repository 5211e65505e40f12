package dari.admin;

import dari.admin.eligibility.Fact;
import dari.admin.forms.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages on which an application is written. */
@Component
class ApplicationPage {

    private final Applications applications;
    private final Consortia consortia;
    private final Receipts receipts;
    private final ProgramDocuments documents;
    private final MessageSource messages;

    ApplicationPage(
            Applications applications,
            Consortia consortia,
            Receipts receipts,
            ProgramDocuments documents,
            MessageSource messages) {
        this.applications = applications;
        this.consortia = consortia;
        this.receipts = receipts;
        this.documents = documents;
        this.messages = messages;
    }

    /**
     * The page of an application as it stands: to go on writing, or to read.
     *
     * @param draft what the fields hold; what was typed where it could not be kept
     * @param showProblems whether what is missing is said at its field
     */
    String fill(Model model, UUID id, ApplicationDraft draft, String window, boolean showProblems, Locale locale) {
        ApplicationView entry = applications.mine(id);
        // "application" is taken: the template engine names the servlet context so.
        model.addAttribute("entry", entry);
        model.addAttribute("call", entry.call());
        model.addAttribute("draft", draft);
        model.addAttribute("members", consortia.ofMine(id));
        model.addAttribute("receipts", receipts.ofMine(id));
        model.addAttribute("files", Map.of());
        if (!entry.writable()) {
            model.addAttribute("questions", entry.call().form().shown(draft.answers()));
            return "forms/show";
        }
        Readiness readiness = applications.readiness(id);
        model.addAttribute("asks", applications.asks(id));
        model.addAttribute("sizeFact", Fact.SIZE);
        model.addAttribute("window", window);
        model.addAttribute("readiness", readiness);
        model.addAttribute("papers", documents.mine());
        model.addAttribute("problems", showProblems ? texts(readiness.problems(), locale) : Map.of());
        model.addAttribute("showProblems", showProblems);
        return "forms/edit";
    }

    String fill(Model model, UUID id, boolean showProblems, Locale locale) {
        return fill(model, id, applications.mine(id).draft(), UUID.randomUUID().toString(), showProblems, locale);
    }

    /** Sentences by question. */
    private Map<String, String> texts(List<Problem> problems, Locale locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        problems.forEach(problem -> texts.put(
                problem.question(),
                messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)));
        return texts;
    }
}
