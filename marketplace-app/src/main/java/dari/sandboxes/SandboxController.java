package dari.sandboxes;

import dari.kernel.RuleBrokenException;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Release;
import dari.workspace.ChartBars;
import dari.workspace.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The startup's side of a sandbox. */
@Controller
@RequestMapping("/sandboxes")
class SandboxController {

    private static final int PAGE = 20;

    private final Sandboxes sandboxes;
    private final SandboxAccess access;
    private final Clock clock;
    private final ZoneId seoul;

    SandboxController(Sandboxes sandboxes, SandboxAccess access, Clock clock, ZoneId seoul) {
        this.sandboxes = sandboxes;
        this.access = access;
        this.clock = clock;
        this.seoul = seoul;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<SandboxView> found = sandboxes.mine(Math.max(0, page), PAGE);
        model.addAttribute("sandboxes", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/sandboxes"));
        return "sandboxes/list";
    }

    @GetMapping("/{sandbox}")
    String show(@PathVariable UUID sandbox, @RequestParam(required = false) @Nullable String table, Model model) {
        SandboxId id = new SandboxId(sandbox);
        if (sandboxes.show(id).openNow()) {
            try {
                inside(access.open(id), table, model);
            } catch (RuleBrokenException closed) {
                model.addAttribute("closed", closed.messageKey());
            }
        }
        SandboxView shown = sandboxes.show(id);
        model.addAttribute("sandbox", shown);
        LocalDate until = shown.expiresOn();
        if (until != null) {
            model.addAttribute("daysLeft", ChronoUnit.DAYS.between(LocalDate.now(clock.withZone(seoul)), until));
        }
        return "sandboxes/sandbox";
    }

    @GetMapping("/{sandbox}/certificate")
    String certificate(@PathVariable UUID sandbox, Model model) {
        SandboxId id = new SandboxId(sandbox);
        return certificate(access.open(id), sandboxes.show(id), "/sandboxes/" + sandbox, model);
    }

    /** The page that a board member reads, the same for both sides. */
    static String certificate(Release release, SandboxView sandbox, String back, Model model) {
        model.addAttribute("sandbox", sandbox);
        model.addAttribute("back", back);
        model.addAttribute("certificate", release.certificate());
        model.addAttribute("dictionary", release.dictionary());
        model.addAttribute("attacks", AttackChart.of(release.certificate().tests()));
        return "sandboxes/certificate";
    }

    private static void inside(Release release, @Nullable String wanted, Model model) {
        Dictionary dictionary = release.dictionary();
        Dictionary.Table shown = dictionary.tables().stream()
                .filter(table -> table.name().equals(wanted))
                .findFirst()
                .orElse(dictionary.tables().get(0));
        model.addAttribute("dictionary", dictionary);
        model.addAttribute("table", shown);
        if (release.hasData()) {
            model.addAttribute("rows", TableRows.read(release.csv(shown.name())));
        }
        model.addAttribute(
                "charts",
                shown.columns().stream()
                        .map(column -> ChartBars.of(column.distribution()))
                        .toList());
    }
}
