package dari.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages for everybody that only say something. */
@Controller
class SiteController {

    @GetMapping("/")
    String front() {
        return "site/front";
    }

    @GetMapping("/login")
    String login() {
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
