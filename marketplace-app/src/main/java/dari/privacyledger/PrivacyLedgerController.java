package dari.privacyledger;

import dari.kernel.Face;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The hospital's desk: what its ledger said last. */
@Controller
@RequestMapping("/hospital/privacy")
class PrivacyLedgerController implements RailSource {

    private final PrivacyLedgers ledgers;

    PrivacyLedgerController(PrivacyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("ledger", ledgers.mine());
        return "privacyledger/mine";
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 71, "/hospital/privacy", "shield", "rail.privacyledger"));
    }
}
