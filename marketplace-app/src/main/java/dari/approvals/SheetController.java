package dari.approvals;

import dari.admin.forms.Answers;
import dari.boardforms.AnswerSheet;
import dari.documents.DocumentState;
import dari.documents.DocumentView;
import dari.documents.Documents;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.projects.Projects;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a startup fills in what a board asks. */
@Controller
@RequestMapping("/approvals/{approval}/form")
class SheetController {

    private static final String PREFIX = "q.";
    private static final int MOST_CHARACTERS = 20_000;

    private final BoardSheets sheets;
    private final Approvals approvals;
    private final Projects projects;
    private final Documents documents;
    private final MessageSource messages;

    SheetController(
            BoardSheets sheets, Approvals approvals, Projects projects, Documents documents, MessageSource messages) {
        this.sheets = sheets;
        this.approvals = approvals;
        this.projects = projects;
        this.documents = documents;
        this.messages = messages;
    }

    /** A document of the wallet, to choose. */
    public record Paper(UUID document, String title, boolean expired) {

        static Paper of(DocumentView view) {
            return new Paper(view.id().value(), view.content().title(), view.state() == DocumentState.EXPIRED);
        }
    }

    @GetMapping
    String show(@PathVariable UUID approval, Model model, Locale locale) {
        return page(approval, sheet(approval), false, model, locale);
    }

    /** Keeps what was typed; asked for, it also says what is missing, and hands it in when nothing is. */
    @PostMapping
    String write(
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "draft") String action,
            HttpServletRequest request,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Answers typed = typed(request);
        try {
            sheets.write(approval, typed);
            if (!action.equals("check")) {
                next.addFlashAttribute("toast", "approvals.saved");
                return "redirect:/projects/"
                        + approvals.mine(approval).project().value() + "/route";
            }
            return page(approval, sheet(approval), true, model, locale);
        } catch (RuleBrokenException e) {
            model.addAttribute("refused", e.messageKey());
            AnswerSheet asked = sheet(approval);
            return page(
                    approval,
                    new AnswerSheet(asked.form(), asked.formNumber(), typed, Map.of(), null),
                    false,
                    model,
                    locale);
        }
    }

    private AnswerSheet sheet(UUID approval) {
        return sheets.draft(approval).orElseThrow(() -> new NotFoundException("form"));
    }

    private String page(UUID approval, AnswerSheet sheet, boolean checked, Model model, Locale locale) {
        ApprovalView view = approvals.mine(approval);
        Map<String, String> problems = new LinkedHashMap<>();
        if (checked) {
            sheet.form()
                    .check(sheet.answers())
                    .forEach(problem -> problems.put(
                            problem.question(),
                            messages.getMessage(
                                    problem.messageKey(), problem.arguments().toArray(), locale)));
        }
        model.addAttribute("approval", view);
        model.addAttribute("project", projects.show(view.project()));
        model.addAttribute("sheet", sheet);
        model.addAttribute("call", sheet); // the questions' fragment finds an earlier question by it
        model.addAttribute("problems", problems);
        model.addAttribute("complete", checked && problems.isEmpty());
        model.addAttribute("none", Map.of());
        model.addAttribute("papers", documents.mine().stream().map(Paper::of).toList());
        return "approvals/sheet";
    }

    /** Longer answers than any question takes are cut, so that they are refused by their question. */
    private static Answers typed(HttpServletRequest request) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                given.put(
                        name.substring(PREFIX.length()),
                        Arrays.stream(values)
                                .map(value -> value.substring(0, Math.min(value.length(), MOST_CHARACTERS)))
                                .toList());
            }
        });
        return new Answers(given);
    }
}
