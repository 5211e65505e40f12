package dari.web;

import dari.secondfactor.HeldRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages for everybody that only say something. */
@Controller
class SiteController {

    @GetMapping("/")
    String front() {
        return "site/front";
    }

    @GetMapping("/login")
    String login(Model model, HttpServletRequest request) {
        model.addAttribute("kept", HeldRequest.isTyped(request));
        return "site/login";
    }

    @GetMapping("/principles")
    String principles() {
        return "site/principles";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "site/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "site/privacy";
    }
}
