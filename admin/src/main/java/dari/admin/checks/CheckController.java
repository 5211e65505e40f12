package dari.admin.checks;

import dari.admin.Calls;
import dari.admin.PageLinks;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.eligibility.FirmSize;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What documents and lists say of an application, for whoever screens it. */
@Controller
class CheckController {

    private static final int MOST = 1000;
    private static final int PAGE = 20;

    private final Checks checks;
    private final Calls calls;

    CheckController(Checks checks, Calls calls) {
        this.checks = checks;
        this.calls = calls;
    }

    @GetMapping("/program/calls/{call}/checks")
    String ofCall(@PathVariable UUID call, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("call", calls.show(call));
        Page<Checks.Row> rows = checks.ofCall(call, Math.max(0, page), PAGE);
        model.addAttribute("rows", rows.getContent());
        model.addAttribute("pages", PageLinks.of(rows, "/program/calls/" + call + "/checks"));
        return "checks/call";
    }

    @GetMapping("/program/applications/{application}/checks")
    String show(@PathVariable UUID application, Locale locale, Model model) {
        return page(application, locale, model);
    }

    @PostMapping("/program/applications/{application}/checks")
    String decide(
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String print,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        String why = reason.strip();
        Optional<CheckVerdict> decided = named(CheckVerdict.values(), verdict);
        String refused;
        if (decided.isEmpty()) {
            refused = "checks.refused.verdict";
        } else if (why.isEmpty()) {
            refused = "admin.reason.missing";
        } else if (why.length() > MOST) {
            refused = "admin.text.long";
        } else {
            try {
                checks.decide(
                        application,
                        print,
                        decided.get(),
                        named(FirmSize.values(), size).orElse(null),
                        why);
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/program/applications/" + application + "/checks";
            } catch (ProgramRuleBrokenException e) {
                refused = e.messageKey();
            }
        }
        model.addAttribute("refused", refused);
        model.addAttribute("typedDecision", new TypedDecision(print, verdict, size, why));
        return page(application, locale, model);
    }

    @GetMapping("/program/applications/{application}/checks/{print}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID application, @PathVariable String print) {
        if (!print.matches("[0-9a-f]{64}")) {
            throw new ProgramNotFoundException("file");
        }
        return checks.download(application, print);
    }

    /** What was chosen and written before it was refused. */
    record TypedDecision(String print, String verdict, String size, String reason) {

        static final TypedDecision NONE = new TypedDecision("", "", "", "");
    }

    private String page(UUID application, Locale locale, Model model) {
        model.addAttribute("view", checks.show(application, locale));
        model.addAttribute("sizes", FirmSize.values());
        if (!model.containsAttribute("typedDecision")) {
            model.addAttribute("typedDecision", TypedDecision.NONE);
        }
        return "checks/application";
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
