package dari.drafts;

import dari.kernel.RuleBrokenException;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where forms put down what is typed into them, and where it is thrown away. */
@Controller
class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping("/drafts")
    String keep(@RequestParam String draft, @RequestParam MultiValueMap<String, String> fields, Model model) {
        try {
            Instant kept = drafts.keep(draft, fields);
            model.addAttribute("kept", kept);
        } catch (RuleBrokenException e) {
            model.addAttribute("problem", e.messageKey());
        }
        return "drafts/parts :: kept";
    }

    /** @param back a page of ours */
    @PostMapping("/drafts/drop")
    String drop(@RequestParam String draft, @RequestParam String back) {
        drafts.drop(draft);
        return "redirect:" + (back.matches("/[a-z0-9/-]*") && !back.startsWith("//") ? back : "/home");
    }
}
