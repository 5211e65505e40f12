package dari.exports;

import dari.documents.FileDownload;
import dari.exports.scan.ExportForm;
import dari.kernel.CurrentActor;
import dari.kernel.RuleBrokenException;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Where a startup's scientist asks that files leave, and its members fetch them. */
@Controller
class ExportController {

    private static final int PAGE = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Exports exports;
    private final Sandboxes sandboxes;
    private final ExportSeal seal;
    private final ExportProperties limits;
    private final CurrentActor currentActor;

    ExportController(
            Exports exports, Sandboxes sandboxes, ExportSeal seal, ExportProperties limits, CurrentActor currentActor) {
        this.exports = exports;
        this.sandboxes = sandboxes;
        this.seal = seal;
        this.limits = limits;
        this.currentActor = currentActor;
    }

    record RequestForm(
            @Nullable ExportKind kind,

            @NotBlank(message = "{exports.what.missing}") @Size(max = 200, message = "{needs.text.long}")
            String title,

            @Size(max = 2000, message = "{needs.text.long}") String purpose,
            @Nullable List<MultipartFile> files) {

        List<MultipartFile> sent() {
            return files == null
                    ? List.of()
                    : files.stream().filter(file -> !file.isEmpty()).toList();
        }
    }

    record WordsForm(
            @NotBlank(message = "{exports.words.missing}") @Size(max = 1000, message = "{needs.text.long}")
            String words) {}

    @GetMapping("/sandboxes/{sandbox}/exports")
    String list(@PathVariable UUID sandbox, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("form", new RequestForm(ExportKind.RESULTS, "", "", null));
        return list(new SandboxId(sandbox), page, model);
    }

    @PostMapping("/sandboxes/{sandbox}/exports")
    String ask(
            @PathVariable UUID sandbox,
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            Model model) {
        SandboxId id = new SandboxId(sandbox);
        sandboxes.show(id);
        if (form.sent().isEmpty()) {
            errors.rejectValue("files", "exports.files.missing");
        }
        ExportKind kind = form.kind();
        if (kind == null && !errors.hasFieldErrors("kind")) {
            errors.rejectValue("kind", "exports.kind.missing");
        }
        if (!errors.hasErrors() && kind != null) {
            try {
                NewExport asked = new NewExport(
                        kind,
                        form.title().strip(),
                        Objects.requireNonNullElse(form.purpose(), "").strip());
                return "redirect:/exports/" + exports.draft(id, asked, form.sent());
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return list(id, 0, model);
    }

    private String list(SandboxId id, int page, Model model) {
        SandboxView sandbox = sandboxes.show(id);
        Page<ExportView> found = exports.of(id, Math.max(0, page), PAGE);
        model.addAttribute("sandbox", sandbox);
        model.addAttribute("exports", found.getContent());
        model.addAttribute(
                "pages", new Pages(found.getNumber(), found.getTotalPages(), "/sandboxes/" + id.value() + "/exports"));
        model.addAttribute("limits", limits);
        model.addAttribute("mayAsk", Exports.asks(currentActor.get()) && sandbox.openNow());
        model.addAttribute("kinds", ExportKind.values());
        return "exports/list";
    }

    @GetMapping("/exports/{export}")
    String show(@PathVariable UUID export, Model model) {
        return page(exports.show(export), model);
    }

    @PostMapping("/exports/{export}/files")
    String add(
            @PathVariable UUID export,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes next) {
        List<MultipartFile> sent = files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        exports.show(export);
        return then(export, next, "exports.added", () -> {
            if (sent.isEmpty()) {
                throw new RuleBrokenException("exports.files.missing");
            }
            exports.add(export, sent);
        });
    }

    @PostMapping("/exports/{export}/files/{file}/remove")
    String remove(@PathVariable UUID export, @PathVariable UUID file, RedirectAttributes next) {
        return then(export, next, "exports.removed", () -> exports.remove(export, file));
    }

    @PostMapping("/exports/{export}/submit")
    String submit(
            @PathVariable UUID export,
            @RequestParam(defaultValue = "") String purpose,
            Model model,
            RedirectAttributes next) {
        exports.show(export);
        try {
            exports.submit(export, text(purpose));
            next.addFlashAttribute("toast", "exports.submitted");
            return "redirect:/exports/" + export;
        } catch (RuleBrokenException e) {
            model.addAttribute("refusal", e.messageKey());
            model.addAttribute("typedPurpose", purpose);
            return page(exports.show(export), model);
        }
    }

    @PostMapping("/exports/{export}/cancel")
    String cancel(@PathVariable UUID export, RedirectAttributes next) {
        return then(export, next, "exports.cancelled", () -> exports.cancel(export));
    }

    @PostMapping("/exports/{export}/attest")
    String attest(
            @PathVariable UUID export,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        ExportView view = exports.show(export);
        if (!errors.hasErrors()) {
            try {
                exports.attest(export, form.words().strip());
                next.addFlashAttribute("toast", "exports.attested");
                return "redirect:/exports/" + export;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(view, model);
    }

    @GetMapping("/exports/{export}/files/{file}")
    ResponseEntity<Resource> fetch(@PathVariable UUID export, @PathVariable UUID file) {
        return answer(exports.fetch(export, file));
    }

    /** The statement as the text it was signed as, with its signature and the key to check it. */
    record Signed(String statement, String signature, String publicKey) {}

    @GetMapping("/exports/{export}/sidecar")
    ResponseEntity<byte[]> sidecar(@PathVariable UUID export) {
        Sidecar sidecar = exports.sidecar(export);
        Signed signed = new Signed(sidecar.statement(), sidecar.signature(), seal.publicKey());
        return FileDownload.attachment("dari-export-" + export + ".json", "application/json")
                .body(JSON.writeValueAsString(signed).getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<Resource> answer(Leaving file) {
        ExportForm form = file.form();
        return FileDownload.attachment(file.name(), form.mediaType()).body(new FileSystemResource(file.path()));
    }

    private String page(ExportView export, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new WordsForm(""));
        }
        model.addAttribute("export", export);
        model.addAttribute("sandbox", sandboxes.show(export.sandbox()));
        model.addAttribute("history", exports.history(export.id()));
        model.addAttribute("mayAsk", Exports.asks(currentActor.get()));
        model.addAttribute("reviewers", ExportDesk.REVIEWERS);
        model.addAttribute("limits", limits);
        return "exports/export";
    }

    private static String text(String typed) {
        String text = typed.strip();
        if (text.length() > 2000) {
            throw new RuleBrokenException("exports.purpose.long");
        }
        return text;
    }

    private static String then(UUID export, RedirectAttributes next, String done, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", done);
        } catch (RuleBrokenException e) {
            next.addFlashAttribute("refusal", e.messageKey());
            next.addFlashAttribute("refusalArguments", e.arguments().toArray());
        }
        return "redirect:/exports/" + export;
    }
}
