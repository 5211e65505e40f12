package dari.audit;

import dari.kernel.Face;
import dari.kernel.Role;
import dari.workspace.Pages;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/program/history")
class HistoryController implements RailSource {

    private static final int LINES = 50;

    private final HistoryDesk desk;

    HistoryController(HistoryDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String newest(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "false") boolean check,
            Model model) {
        int shown = Math.max(page, 0);
        model.addAttribute("lines", desk.newest(shown, LINES));
        long count = desk.count();
        model.addAttribute("pages", Pages.of(shown, count, LINES, "/program/history"));
        model.addAttribute("count", count);
        model.addAttribute("veiled", desk.isVeiled());
        if (check) {
            model.addAttribute("checked", true);
            model.addAttribute("broken", desk.firstBrokenPosition());
        }
        return "audit/history";
    }

    @GetMapping("/{thing}")
    String of(@PathVariable UUID thing, Model model) {
        model.addAttribute("thing", thing);
        model.addAttribute("lines", desk.of(thing));
        model.addAttribute("veiled", desk.isVeiled());
        return "audit/history";
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(
                Face.PROGRAM, 90, "/program/history", "clock", "rail.history", Role.PROGRAM_ADMINISTRATOR));
    }
}
