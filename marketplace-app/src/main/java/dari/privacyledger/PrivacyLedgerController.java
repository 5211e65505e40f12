package dari.privacyledger;

import dari.kernel.Face;
import dari.sandboxes.SandboxId;
import dari.workspace.Pages;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hospital's desk: what its ledger said last. */
@Controller
@RequestMapping("/hospital/privacy")
class PrivacyLedgerController implements RailSource {

    private static final int LINES = 30;

    private final PrivacyLedgers ledgers;
    private final EpsilonGuide guide;

    PrivacyLedgerController(PrivacyLedgers ledgers, EpsilonGuide guide) {
        this.ledgers = ledgers;
        this.guide = guide;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<LedgerLineView> lines = ledgers.lines(Math.max(0, page), LINES);
        model.addAttribute("ledger", ledgers.mine());
        model.addAttribute("lines", lines.getContent());
        model.addAttribute("pages", new Pages(lines.getNumber(), lines.getTotalPages(), "/hospital/privacy"));
        return "privacyledger/mine";
    }

    @GetMapping("/epsilon")
    String epsilon(
            @RequestParam(required = false) @Nullable UUID sandbox,
            @RequestParam(required = false) @Nullable Integer persons,
            Model model) {
        model.addAttribute("guide", guide.page(sandbox == null ? null : new SandboxId(sandbox), persons));
        model.addAttribute("sandbox", sandbox);
        return "privacyledger/epsilon";
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 71, "/hospital/privacy", "shield", "rail.privacyledger"));
    }
}
