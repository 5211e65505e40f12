package dari.api;

import dari.api.door.ApiProperties;
import dari.tokens.Scope;
import dari.webhooks.EventKind;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page for those who write programs. */
@Controller
class DevelopersController {

    private final ApiProperties limits;
    private final String baseUrl;

    DevelopersController(ApiProperties limits, @Value("${dari.base-url}") String baseUrl) {
        this.limits = limits;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/developers")
    String developers(Model model) {
        model.addAttribute("base", baseUrl);
        model.addAttribute("perToken", limits.perToken());
        model.addAttribute("perAddress", limits.perAddress());
        model.addAttribute("seconds", limits.window().toSeconds());
        model.addAttribute("scopes", List.of(Scope.values()));
        model.addAttribute("kinds", List.of(EventKind.values()));
        return "developers/developers";
    }
}
