package dari.savedsearches;

import dari.kernel.SecretToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stops letters for whoever has one in hand, signed in or not. Opening the link asks; only the button stops. */
@Controller
class StopController {

    private final SavedSearches searches;

    StopController(SavedSearches searches) {
        this.searches = searches;
    }

    @GetMapping("/alerts/stop")
    String ask(@RequestParam String token, Model model) {
        model.addAttribute("name", searches.nameFor(new SecretToken(token)));
        model.addAttribute("token", token);
        return "savedsearches/stop";
    }

    @PostMapping("/alerts/stop")
    String stop(@RequestParam String token) {
        searches.stop(new SecretToken(token));
        return "redirect:/alerts/stopped";
    }

    @GetMapping("/alerts/stopped")
    String stopped() {
        return "savedsearches/stopped";
    }
}
