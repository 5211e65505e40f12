package dari.delivery;

import dari.sandboxes.SandboxId;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the hospital ends what reads its data. */
@Controller
class HospitalTokenController {

    private final SandboxTokens tokens;

    HospitalTokenController(SandboxTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/hospital/sandboxes/{sandbox}/tokens/{token}/revoke")
    String revoke(@PathVariable UUID sandbox, @PathVariable UUID token, RedirectAttributes next) {
        tokens.revokeAtHospital(new SandboxId(sandbox), token);
        next.addFlashAttribute("toast", "delivery.token.revoked");
        return "redirect:/hospital/sandboxes/" + sandbox + "/use";
    }
}
