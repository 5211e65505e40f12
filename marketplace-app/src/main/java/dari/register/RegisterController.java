package dari.register;

import dari.sandboxes.SandboxView;
import dari.workspace.Pages;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The public register: no login, plain words. */
@Controller
@RequestMapping("/register")
class RegisterController {

    private static final int LINES = 20;

    private final PublicRegister register;

    RegisterController(PublicRegister register) {
        this.register = register;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        List<SandboxView> found = register.find(q);
        int from = Math.min(Math.max(page, 0) * LINES, found.size());
        String url = UriComponentsBuilder.fromPath("/register")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
        model.addAttribute("entries", found.subList(from, Math.min(from + LINES, found.size())));
        model.addAttribute("words", q.strip());
        model.addAttribute("pages", Pages.of(from / LINES, found.size(), LINES, url));
        return "register/list";
    }

    @GetMapping("/{entry}")
    String entry(@PathVariable UUID entry, Model model) {
        model.addAttribute("entry", register.entry(entry));
        return "register/entry";
    }
}
