package dari.admin.figures;

import dari.admin.CallView;
import dari.admin.Calls;
import dari.admin.figures.Bars.Item;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures as a page, as a report on paper and as a file; the evidence as one file. */
@Controller
class FigureController {

    private final Figures figures;
    private final Evidence evidence;
    private final Calls calls;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    FigureController(
            Figures figures, Evidence evidence, Calls calls, MessageSource messages, Clock clock, ZoneId zone) {
        this.figures = figures;
        this.evidence = evidence;
        this.calls = calls;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/program/figures")
    String page(@RequestParam(required = false) @Nullable UUID call, Model model, Locale locale) {
        fill(model, call, locale);
        model.addAttribute("calls", calls.all());
        return "figures/figures";
    }

    /** The same for paper: nothing to press but "print". */
    @GetMapping("/program/figures/report")
    String report(@RequestParam(required = false) @Nullable UUID call, Model model, Locale locale) {
        fill(model, call, locale);
        return "figures/report";
    }

    @GetMapping("/program/figures/figures.csv")
    void file(@RequestParam(required = false) @Nullable UUID call, HttpServletResponse response) throws IOException {
        CallFigures found = figures.of(call);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        attach(response, "figures.csv");
        FigureFile.write(found, response.getWriter());
    }

    /** A deed, not a look: who took the evidence, and when, is on record. */
    @PostMapping("/program/calls/{call}/evidence")
    void evidence(@PathVariable UUID call, Locale locale, HttpServletResponse response) throws IOException {
        CallView found = calls.show(call);
        response.setContentType("application/zip");
        attach(response, "evidence-" + call + ".zip");
        evidence.write(found.id(), locale, response.getOutputStream());
    }

    private void fill(Model model, @Nullable UUID call, Locale locale) {
        CountedFigures counted = figures.recent(call);
        CallFigures found = counted.figures();
        model.addAttribute("figures", found);
        model.addAttribute("counted", counted);
        model.addAttribute("renewed", KeptFigures.RENEWED_AFTER.toMinutes());
        model.addAttribute("call", call == null ? null : calls.show(call));
        model.addAttribute(
                "funnel",
                Bars.of(found.funnel().stream()
                        .map(stage -> new Item(word("figures.stage." + stage.code(), locale), stage.count()))
                        .toList()));
        model.addAttribute(
                "load",
                Bars.of(found.reviewers().stream()
                        .map(reviewer -> new Item(reviewer.name(), reviewer.open() + reviewer.submitted()))
                        .toList()));
        model.addAttribute(
                "budget",
                Bars.of(List.of(
                        new Item(
                                word("figures.money.budget", locale),
                                found.money().budget()),
                        new Item(
                                word("figures.money.voucher", locale),
                                found.money().voucher()),
                        new Item(
                                word("figures.money.own", locale), found.money().own()),
                        new Item(
                                word("figures.money.paid", locale),
                                found.money().paid()))));
        model.addAttribute("today", LocalDate.now(clock.withZone(zone)));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
