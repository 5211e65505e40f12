package dari.agreements;

import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the sides do with an agreement beside signing it. */
@Controller
@RequestMapping("/agreements/{project}")
class AgreementTalkController {

    private static final int MOST = 2000;

    private final Agreements agreements;
    private final AgreementTalks talks;

    AgreementTalkController(Agreements agreements, AgreementTalks talks) {
        this.agreements = agreements;
        this.talks = talks;
    }

    @GetMapping("/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID project, Locale locale) {
        byte[] paper = talks.paper(new ProjectId(project), locale);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("agreement.pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(paper);
    }

    @GetMapping("/sealed")
    ResponseEntity<byte[]> sealed(@PathVariable UUID project) {
        return talks.sealed(new ProjectId(project)).answer();
    }

    @PostMapping("/changes")
    String ask(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(defaultValue = "") String korean,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        ProjectId id = found(project);
        return then(
                project,
                next,
                "agreements.asked",
                () -> talks.ask(id, line - 1, text(korean), text(english), text(reason)));
    }

    @PostMapping("/changes/{change}")
    String answer(
            @PathVariable UUID project,
            @PathVariable UUID change,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        ProjectId id = found(project);
        return then(
                project,
                next,
                "agreements.answered",
                () -> talks.answer(id, change, decision.equals("accept"), text(reason)));
    }

    @PostMapping("/names")
    String names(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String controller,
            @RequestParam(defaultValue = "") String contracting,
            @RequestParam(defaultValue = "") String payee,
            RedirectAttributes next) {
        ProjectId id = found(project);
        return then(
                project,
                next,
                "agreements.named",
                () -> talks.name(id, shortText(controller), shortText(contracting), shortText(payee)));
    }

    @PostMapping("/sealed")
    String seal(
            @PathVariable UUID project,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next) {
        ProjectId id = found(project);
        return then(project, next, "agreements.sealed.done", () -> {
            if (file == null || file.isEmpty()) {
                throw new RuleBrokenException("agreements.rule.pdf");
            }
            talks.seal(id, file);
        });
    }

    @PostMapping("/amend")
    String amend(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        ProjectId id = found(project);
        return then(project, next, "agreements.amended", () -> agreements.amend(id, day(until), text(reason)));
    }

    @PostMapping("/terminate")
    String terminate(
            @PathVariable UUID project, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        ProjectId id = found(project);
        return then(project, next, "agreements.terminated", () -> agreements.terminate(id, text(reason)));
    }

    /** Another tenant's agreement does not exist, whatever was typed. */
    private ProjectId found(UUID project) {
        ProjectId id = new ProjectId(project);
        agreements.of(id);
        return id;
    }

    private static String then(UUID project, RedirectAttributes next, String done, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", done);
        } catch (RuleBrokenException e) {
            next.addFlashAttribute("refusal", e.messageKey());
        }
        return "redirect:/agreements/" + project;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new RuleBrokenException("agreements.day.bad");
        }
    }

    private static String text(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > MOST) {
            throw new RuleBrokenException("agreements.text.bad");
        }
        return text;
    }

    private static String shortText(String typed) {
        if (typed.length() > 160) {
            throw new RuleBrokenException("agreements.text.bad");
        }
        return typed.strip();
    }
}
