package dari.secondfactor;

import dari.kernel.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads a person who has just signed in to where they were going, with what they had typed. */
@Controller
class OnwardController {

    static final String PATH = "/login/onward";

    private final CurrentActor currentActor;
    private final HttpSessionRequestCache pages = new HttpSessionRequestCache();

    OnwardController(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /** A page is opened at once; a form is shown to be sent again, because a redirect cannot carry it. */
    @GetMapping(PATH)
    String onward(Model model, HttpServletRequest request, HttpServletResponse response) {
        HeldRequest held = HeldRequest.take(request);
        if (currentActor.person().filter(held::isOf).isEmpty()) {
            return "redirect:/home";
        }
        if (held.form()) {
            model.addAttribute("held", held);
            return "secondfactor/onward";
        }
        if (!held.equals(HeldRequest.HOME)) {
            return "redirect:" + held.path();
        }
        SavedRequest page = pages.getRequest(request, response);
        return page == null ? "redirect:/home" : "redirect:" + pathOf(page.getRedirectUrl());
    }

    private static String pathOf(String url) {
        String path = UriComponentsBuilder.fromUriString(url)
                .scheme(null)
                .host(null)
                .port(null)
                .build()
                .toUriString();
        return path.startsWith(PATH) || path.startsWith("//") ? "/home" : path;
    }
}
