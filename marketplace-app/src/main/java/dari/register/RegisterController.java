package dari.register;

import dari.kernel.NotFoundException;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public register: no login, plain words. An entry is there as soon as a sandbox could be opened, never later. */
@Controller
class RegisterController {

    private final Sandboxes sandboxes;

    RegisterController(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
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
        model.addAttribute("entry", found);
        return "register/entry";
    }

    private List<SandboxView> entries() {
        return sandboxes.published();
    }
}
