package dari.register;

import dari.audit.History;
import dari.kernel.NotFoundException;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public register: no login, plain words. An entry is there as soon as a sandbox could be opened, never later. */
@Controller
class RegisterController {

    /** What the public reads of a project's history; each has its own plain words in {@code register.step.<action>}. */
    private static final Set<String> PUBLIC_STEPS = Set.of(
            "project.made",
            "project.approval",
            "sandbox.released",
            "sandbox.approved",
            "sandbox.opened",
            "sandbox.suspended",
            "sandbox.expired");

    private final Sandboxes sandboxes;
    private final History history;

    RegisterController(Sandboxes sandboxes, History history) {
        this.sandboxes = sandboxes;
        this.history = history;
    }

    @GetMapping("/register")
    String list(Model model) {
        model.addAttribute("entries", entries());
        return "register/list";
    }

    @GetMapping("/register/{entry}")
    String entry(@PathVariable UUID entry, Model model) {
        SandboxView found = entries().stream()
                .filter(sandbox -> sandbox.project().id().value().equals(entry))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("register entry"));
        model.addAttribute(
                "entry",
                new RegisterEntry(
                        found,
                        sandboxes.certificate(found.id()).orElse(null),
                        history.of(List.of(entry)).stream()
                                .filter(line -> PUBLIC_STEPS.contains(line.action()))
                                .toList()));
        return "register/entry";
    }

    private List<SandboxView> entries() {
        return sandboxes.published();
    }
}
