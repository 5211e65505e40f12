package dari.approvals;

import dari.kernel.RuleBrokenException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does one thing and leads back to the page it came from, with what was done or why not. */
final class Acting {

    private Acting() {}

    static String then(String page, RedirectAttributes next, String done, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", done);
        } catch (RuleBrokenException e) {
            next.addFlashAttribute("refusal", e.messageKey());
            next.addFlashAttribute("refusalArguments", e.arguments().toArray());
        }
        return "redirect:" + page;
    }
}
