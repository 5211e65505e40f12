package dari.admin;

import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls as everybody reads them, and the proof of what was handed in. */
@Controller
@RequestMapping("/calls")
class PublicCallController {

    private final Calls calls;
    private final Receipts receipts;

    PublicCallController(Calls calls, Receipts receipts) {
        this.calls = calls;
        this.receipts = receipts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<CallView> found = calls.published(Math.max(0, page));
        model.addAttribute("calls", found.getContent());
        model.addAttribute("pages", PageLinks.of(found, "/calls"));
        return "calls/public-list";
    }

    @GetMapping("/{call}")
    String show(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.published(call));
        return "calls/public";
    }

    /** The form as an applicant will see it, before anybody signs up. */
    @GetMapping("/{call}/form")
    String form(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.published(call));
        BlankForm.fill(model);
        return "calls/public-form";
    }

    @GetMapping("/receipts")
    String receipt(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String sha256,
            Model model) {
        model.addAttribute("receipt", receipt);
        model.addAttribute("sha256", sha256);
        model.addAttribute("asked", !receipt.isBlank());
        model.addAttribute("at", receipts.confirm(receipt, sha256).orElse(null));
        return "calls/receipt-check";
    }
}
