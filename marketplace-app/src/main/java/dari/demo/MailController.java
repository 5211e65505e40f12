package dari.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@Profile("demo")
class MailController {

    private final MailCatcher catcher;

    MailController(MailCatcher catcher) {
        this.catcher = catcher;
    }

    @GetMapping("/demo/mail")
    String letters(Model model) {
        model.addAttribute("letters", catcher.newestFirst());
        return "demo/mail";
    }
}
