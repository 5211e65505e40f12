package dari.statements;

import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.workspace.Pages;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where finance takes the bank's statement to the invoices. */
@Controller
@RequestMapping("/program/statements")
class StatementController implements RailSource {

    private static final int PAGE = 30;
    private static final int FURTHEST = 100_000;
    private static final long MOST_BYTES = 5L * 1024 * 1024;
    private static final int MOST_REASON = 500;

    private final Statements statements;

    StatementController(Statements statements) {
        this.statements = statements;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<LineView> waiting = statements.waiting(Math.min(Math.max(0, page), FURTHEST), PAGE);
        model.addAttribute("waiting", waiting.getContent());
        model.addAttribute("suggestions", statements.suggestions(waiting.getContent()));
        model.addAttribute("clawbacks", statements.clawbacks(waiting.getContent()));
        model.addAttribute("pages", new Pages(waiting.getNumber(), waiting.getTotalPages(), "/program/statements"));
        return "statements/statements";
    }

    @PostMapping
    String upload(@RequestParam(required = false) @Nullable MultipartFile file, Model model) throws IOException {
        if (file == null || file.isEmpty()) {
            model.addAttribute("fileRefused", "statements.missing");
        } else if (file.getSize() > MOST_BYTES) {
            model.addAttribute("fileRefused", "statements.problem.large");
        } else {
            model.addAttribute("uploaded", statements.upload(file.getBytes()));
        }
        return show(0, model);
    }

    /** One press on one deposit: confirmed for a project or for what a settlement asked back, or set aside. */
    @PostMapping("/{line}")
    String decide(
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(required = false) @Nullable UUID clawback,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "confirm") String what,
            Model model,
            RedirectAttributes next) {
        try {
            if (what.equals("aside")) {
                if (reason.isBlank() || reason.strip().length() > MOST_REASON) {
                    throw new RuleBrokenException("statements.aside.missing");
                }
                statements.setAside(line, reason.strip());
                next.addFlashAttribute("toast", "statements.set.aside");
            } else if (clawback != null) {
                statements.confirmClawback(line, clawback);
                next.addFlashAttribute("toast", "statements.confirmed");
            } else {
                statements.confirm(line, project);
                next.addFlashAttribute("toast", "statements.confirmed");
            }
            return "redirect:/program/statements";
        } catch (RuleBrokenException e) {
            model.addAttribute("lineRefused", line);
            model.addAttribute("refused", e.messageKey());
            model.addAttribute("refusedArguments", e.arguments().toArray());
            return show(0, model);
        }
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(
                Face.PROGRAM,
                65,
                "/program/statements",
                "doc",
                "rail.statements",
                Role.PROGRAM_ADMINISTRATOR,
                Role.PROGRAM_FINANCE));
    }
}
