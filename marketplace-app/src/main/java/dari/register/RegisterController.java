package dari.register;

import dari.sandboxes.SandboxView;
import dari.workspace.Pages;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
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
    private final List<RegisterSection> sections;

    RegisterController(PublicRegister register, List<RegisterSection> sections) {
        this.register = register;
        this.sections = List.copyOf(sections);
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        Page<SandboxView> found = register.find(q, Math.max(page, 0), LINES);
        String url = UriComponentsBuilder.fromPath("/register")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
        model.addAttribute("entries", found.getContent());
        model.addAttribute("words", q.strip());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), url));
        return "register/list";
    }

    @GetMapping("/{entry}")
    String entry(@PathVariable UUID entry, Model model) {
        RegisterEntry found = register.entry(entry);
        model.addAttribute("entry", found);
        sections.forEach(
                section -> model.addAllAttributes(section.of(found.sandbox().project())));
        return "register/entry";
    }
}
