package dari.notifications;

import dari.kernel.SecretToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Stops letters by the link they carry, without signing in. Opening the link only asks, because mail programs open links
 * by themselves; mail programs that know RFC 8058 send the form for their reader.
 */
@Controller
@RequestMapping("/letters/stop")
class LetterStopController {

    private final LetterChoices choices;

    LetterStopController(LetterChoices choices) {
        this.choices = choices;
    }

    @GetMapping
    String ask(@RequestParam String token, Model model) {
        return page(token, false, model);
    }

    @PostMapping
    String stop(@RequestParam String token, Model model) {
        choices.stop(new SecretToken(token));
        return page(token, true, model);
    }

    private String page(String token, boolean done, Model model) {
        model.addAttribute(
                "kind",
                choices.stoppedBy(new SecretToken(token)).map(Enum::name).orElse("DIGEST"));
        model.addAttribute("token", token);
        model.addAttribute("done", done);
        return "notifications/stop";
    }
}
