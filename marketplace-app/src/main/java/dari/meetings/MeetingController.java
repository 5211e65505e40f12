package dari.meetings;

import dari.accounts.ReaderZone;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.RuleBrokenException;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/introductions/{introduction}/meetings")
class MeetingController {

    private final Meetings meetings;
    private final Introductions introductions;
    private final Clock clock;
    private final ReaderZone reader;

    MeetingController(Meetings meetings, Introductions introductions, Clock clock, ReaderZone reader) {
        this.meetings = meetings;
        this.introductions = introductions;
        this.clock = clock;
        this.reader = reader;
    }

    @GetMapping("/new")
    String propose(@PathVariable UUID introduction, Model model) {
        model.addAttribute("form", MeetingForm.EMPTY);
        return page(introduction, model);
    }

    @PostMapping("/new")
    String propose(
            @PathVariable UUID introduction,
            @Valid @ModelAttribute("form") MeetingForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        IntroductionId id = new IntroductionId(introduction);
        introductions.show(id);
        if (!hasErrors(form, errors)) {
            try {
                meetings.propose(id, form.toMeeting(reader.getZone()));
                next.addFlashAttribute("toast", "meetings.proposed");
                return back(introduction);
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(introduction, model);
    }

    @PostMapping("/{meeting}/pick")
    String pick(
            @PathVariable UUID introduction,
            @PathVariable UUID meeting,
            @RequestParam(defaultValue = "") String slot,
            RedirectAttributes next) {
        IntroductionId id = new IntroductionId(introduction);
        introductions.show(id);
        meetings.pick(id, new MeetingId(meeting), instant(slot));
        next.addFlashAttribute("toast", "meetings.agreed");
        return back(introduction);
    }

    @PostMapping("/{meeting}/decline")
    String decline(
            @PathVariable UUID introduction,
            @PathVariable UUID meeting,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        String why = reason.substring(0, Math.min(500, reason.length()));
        meetings.decline(new IntroductionId(introduction), new MeetingId(meeting), why);
        next.addFlashAttribute("toast", "meetings.declined");
        return back(introduction);
    }

    @PostMapping("/{meeting}/cancel")
    String cancel(@PathVariable UUID introduction, @PathVariable UUID meeting, RedirectAttributes next) {
        meetings.cancel(new IntroductionId(introduction), new MeetingId(meeting));
        next.addFlashAttribute("toast", "meetings.cancelled");
        return back(introduction);
    }

    @GetMapping("/{meeting}/calendar")
    ResponseEntity<byte[]> calendar(@PathVariable UUID introduction, @PathVariable UUID meeting) {
        String file = meetings.calendar(new IntroductionId(introduction), new MeetingId(meeting));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CalendarFile.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + CalendarFile.NAME + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private boolean hasErrors(MeetingForm form, BindingResult errors) {
        if (form.typedSlots().isEmpty()) {
            errors.rejectValue("slot1", "meetings.form.slot.missing");
        }
        LocalDateTime now = LocalDateTime.now(clock.withZone(reader.getZone()));
        form.typedSlots().forEach((field, typed) -> {
            LocalDateTime time = MeetingForm.time(typed);
            if (time == null) {
                errors.rejectValue(field, "meetings.form.slot.bad");
            } else if (!time.isAfter(now)) {
                errors.rejectValue(field, "meetings.rule.past");
            }
        });
        return errors.hasErrors();
    }

    /** A time that is none was never proposed. */
    private static Instant instant(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException e) {
            throw new RuleBrokenException("meetings.rule.slot");
        }
    }

    private String page(UUID introduction, Model model) {
        model.addAttribute("introduction", introductions.show(new IntroductionId(introduction)));
        return "meetings/new";
    }

    private static String back(UUID introduction) {
        return "redirect:/introductions/" + introduction;
    }
}
