package dari.admin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was handed in, as the office screens it before review. */
@Controller
@RequestMapping("/program/applications/{application}/screening")
class ScreeningController {

    private static final String ASK = "ask.";
    private static final int MOST = 1000;

    private final Screening screening;

    ScreeningController(Screening screening) {
        this.screening = screening;
    }

    @GetMapping
    String show(@PathVariable UUID application, Locale locale, Model model) {
        ScreeningView view = screening.show(application, locale);
        model.addAttribute("asked", Map.of());
        model.addAttribute("reason", "");
        model.addAttribute("until", view.latestReturn().toString());
        return page(view, model);
    }

    /** Gives it back: a reason on top, what to change as {@code ask.<question>}, and until when. */
    @PostMapping
    String giveBack(
            @PathVariable UUID application,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Map<String, String> asked = new LinkedHashMap<>();
        sent.forEach((name, text) -> {
            if (name.startsWith(ASK) && !text.isBlank()) {
                asked.put(name.substring(ASK.length()), text);
            }
        });
        String reason = sent.getOrDefault("reason", "").strip();
        String typedDay = sent.getOrDefault("until", "");
        LocalDate until = day(typedDay);
        String refused = null;
        if (reason.isEmpty()) {
            refused = "admin.reason.missing";
        } else if (until == null) {
            refused = "admin.call.deadline.bad";
        } else if (reason.length() > MOST || asked.values().stream().anyMatch(text -> text.length() > MOST)) {
            refused = "admin.text.long";
        } else {
            try {
                screening.returnForChanges(application, reason, asked, until);
                next.addFlashAttribute("toast", "forms.screening.returned");
                return "redirect:/program/applications/" + application + "/screening";
            } catch (ProgramRuleBrokenException e) {
                refused = e.messageKey();
            }
        }
        model.addAttribute("refused", refused);
        model.addAttribute("asked", asked);
        model.addAttribute("reason", reason);
        model.addAttribute("until", typedDay);
        return page(screening.show(application, locale), model);
    }

    @GetMapping("/files/{question}")
    ResponseEntity<byte[]> file(@PathVariable UUID application, @PathVariable String question) {
        return screening.download(application, question);
    }

    private static String page(ScreeningView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("entry", view.application());
        return "forms/screening";
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
