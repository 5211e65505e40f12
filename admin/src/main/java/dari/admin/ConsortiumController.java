package dari.admin;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A joint application as those who were asked to take part see it. */
@Controller
@RequestMapping("/consortia")
class ConsortiumController {

    private final Consortia consortia;

    ConsortiumController(Consortia consortia) {
        this.consortia = consortia;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("consortia", consortia.mine());
        return "forms/consortia";
    }

    @GetMapping("/{application}")
    String show(@PathVariable UUID application, Model model) {
        return page(consortia.mine(application), model);
    }

    @PostMapping("/{application}")
    String answer(
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes next) {
        MemberStatus status = switch (answer) {
            case "confirm" -> MemberStatus.CONFIRMED;
            case "decline" -> MemberStatus.DECLINED;
            case "leave" -> MemberStatus.LEFT;
            default -> throw new ProgramNotFoundException("answer");
        };
        try {
            consortia.answer(application, status, TypedApplication.declaration(sent));
        } catch (ProgramRuleBrokenException e) {
            model.addAttribute("refused", e.messageKey());
            model.addAttribute("declared", TypedApplication.declaration(sent));
            return page(consortia.mine(application), model);
        }
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/consortia/" + application;
    }

    private String page(ConsortiumView whole, Model model) {
        model.addAttribute("asks", consortia.asks(whole.application().id()));
        model.addAttribute("entry", whole.application());
        model.addAttribute("member", whole.member());
        model.addAttribute(
                "questions",
                whole.application()
                        .call()
                        .form()
                        .shown(whole.application().draft().answers()));
        model.addAttribute("files", Map.of());
        if (!model.containsAttribute("declared")) {
            model.addAttribute("declared", whole.member().declared());
        }
        return "forms/consortium";
    }
}
