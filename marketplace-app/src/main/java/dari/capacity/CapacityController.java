package dari.capacity;

import dari.introductions.IntroductionId;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.workspace.Pages;
import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hospital's figures: load, places, burden and what came of it. */
@Controller
class CapacityController {

    private static final int PLACES = 20;

    private static final String PAGE = "redirect:/hospital/capacity";

    private static final int SHOWN_OUTCOMES = 20;

    private final Capacity capacity;
    private final Burden burden;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    CapacityController(Capacity capacity, Burden burden, CurrentActor currentActor, MessageSource messages) {
        this.capacity = capacity;
        this.burden = burden;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    record HoursForm(
            @WholeNumber(min = 0, max = Capacity.MOST_HOURS, required = true, message = "{capacity.hours.bad}")
            String hours) {

        int number() {
            return Math.toIntExact(WholeNumbers.required(hours));
        }
    }

    @GetMapping("/hospital/capacity")
    String show(@RequestParam(defaultValue = "0") int page, Model model) {
        List<ClinicianLoad> load = capacity.load();
        List<QuarterFigures> quarters = burden.quarters();
        model.addAttribute("load", load);
        model.addAttribute(
                "most",
                load.stream()
                        .mapToDouble(one -> Math.max(one.used(), one.offered()))
                        .max()
                        .orElse(0));
        Page<OfferUse> places = capacity.places(Math.max(0, page), PLACES);
        model.addAttribute("places", places.getContent());
        model.addAttribute("pages", new Pages(places.getNumber(), places.getTotalPages(), "/hospital/capacity"));
        model.addAttribute("quarters", quarters);
        model.addAttribute(
                "reported", burden.reported().stream().limit(SHOWN_OUTCOMES).toList());
        model.addAttribute(
                "mostRequests",
                quarters.stream().mapToInt(QuarterFigures::requests).max().orElse(0));
        model.addAttribute("office", currentActor.get().is(Role.HOSPITAL_OFFICE));
        return "capacity/capacity";
    }

    @PostMapping("/hospital/capacity/clinicians/{member}")
    String offer(
            @PathVariable UUID member,
            @Valid @ModelAttribute HoursForm form,
            BindingResult errors,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            capacity.requireMine(new UserId(member));
            next.addFlashAttribute("refusal", "capacity.hours.bad");
            return PAGE;
        }
        capacity.offer(new UserId(member), form.number());
        next.addFlashAttribute("toast", "capacity.saved");
        return PAGE;
    }

    @PostMapping("/introductions/{introduction}/clinician")
    String promise(
            @PathVariable UUID introduction,
            @RequestParam(required = false) @Nullable UUID clinician,
            @Valid @ModelAttribute HoursForm form,
            BindingResult errors,
            RedirectAttributes next) {
        IntroductionId id = new IntroductionId(introduction);
        if (errors.hasErrors() || clinician == null) {
            capacity.promiseOf(id);
            next.addFlashAttribute("refusal", "capacity.hours.bad");
        } else {
            try {
                capacity.promise(id, new UserId(clinician), form.number());
                next.addFlashAttribute("toast", "capacity.saved");
            } catch (RuleBrokenException e) {
                next.addFlashAttribute("refusal", e.messageKey());
            }
        }
        return "redirect:/introductions/" + introduction;
    }

    /** Every figure of the page, one line a quarter. */
    @GetMapping("/hospital/capacity/figures.csv")
    void csv(HttpServletResponse response, Locale locale) throws IOException {
        List<QuarterFigures> quarters = burden.quarters();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        writer.write('\uFEFF'); // so that spreadsheets read Korean
        try (CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            for (String column : List.of(
                    "quarter",
                    "requests",
                    "answer",
                    "accepted",
                    "declined",
                    "expired",
                    "projects",
                    "sandboxes",
                    "publications",
                    "products",
                    "feedback")) {
                csv.print(messages.getMessage("capacity.column." + column, null, locale));
            }
            csv.println();
            for (QuarterFigures q : quarters) {
                csv.printRecord(
                        q.name(),
                        q.requests(),
                        q.medianAnswerHours(),
                        q.accepted(),
                        q.declined(),
                        q.expired(),
                        q.projects(),
                        q.sandboxes(),
                        q.publications(),
                        q.products(),
                        q.feedback());
            }
        }
    }
}
