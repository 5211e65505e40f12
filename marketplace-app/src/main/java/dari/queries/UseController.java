package dari.queries;

import dari.sandboxes.SandboxId;
import dari.workspace.Pages;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a hospital reads what was asked of its data. */
@Controller
class UseController {

    private static final int LINES = 30;

    private final SandboxQueries queries;

    UseController(SandboxQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/hospital/sandboxes/{sandbox}/use")
    String use(@PathVariable UUID sandbox, @RequestParam(defaultValue = "0") int page, Model model) {
        int shown = Math.max(page, 0);
        SandboxQueries.Uses uses = queries.uses(new SandboxId(sandbox), shown, LINES);
        model.addAttribute("uses", uses);
        model.addAttribute("pages", Pages.of(shown, uses.total(), LINES, "/hospital/sandboxes/" + sandbox + "/use"));
        return "queries/use";
    }
}
