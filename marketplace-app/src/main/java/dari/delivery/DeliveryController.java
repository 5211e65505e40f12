package dari.delivery;

import dari.exports.AnswerCheck;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.provisioner.release.Release;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.workspace.Pages;
import dari.workspace.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** The startup's page for files, tokens and what to do with them. */
@Controller
@RequestMapping("/sandboxes/{sandbox}")
class DeliveryController {

    private static final int TOKENS = 20;

    private final Deliveries deliveries;
    private final SandboxTokens tokens;
    private final SandboxAccess access;
    private final FileSender sender;
    private final CurrentActor currentActor;
    private final Words words;
    private final MessageSource messages;
    private final String base;

    DeliveryController(
            Deliveries deliveries,
            SandboxTokens tokens,
            SandboxAccess access,
            FileSender sender,
            CurrentActor currentActor,
            Words words,
            MessageSource messages,
            @Value("${dari.base-url}") String base) {
        this.deliveries = deliveries;
        this.tokens = tokens;
        this.access = access;
        this.sender = sender;
        this.currentActor = currentActor;
        this.words = words;
        this.messages = messages;
        this.base = base.replaceFirst("/$", "");
    }

    @GetMapping("/delivery")
    String show(@PathVariable UUID sandbox, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        model.addAttribute("form", TokenForm.EMPTY);
        return page(new SandboxId(sandbox), Math.max(0, page), model, locale);
    }

    @GetMapping("/files/{file}")
    void file(
            @PathVariable UUID sandbox,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        sender.send(deliveries.file(new SandboxId(sandbox), file), request, response);
    }

    @GetMapping("/sidecar")
    ResponseEntity<String> sidecar(@PathVariable UUID sandbox) {
        return saved("dari-delivery.json", deliveries.sidecar(new SandboxId(sandbox)));
    }

    @GetMapping("/notebook")
    ResponseEntity<String> notebook(@PathVariable UUID sandbox, Locale locale) {
        SandboxId id = new SandboxId(sandbox);
        Release release = access.open(id);
        return saved(
                "dari-sandbox.ipynb",
                Notebook.of(
                                base,
                                id,
                                deliveries.show(id),
                                release,
                                (key, arguments) -> messages.getMessage(key, arguments, locale))
                        .text());
    }

    /** Answers with the text itself: led on to another page, it would pass through the session's table. */
    @PostMapping("/tokens")
    String make(
            @PathVariable UUID sandbox,
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        SandboxId id = new SandboxId(sandbox);
        if (!errors.hasErrors()) {
            try {
                model.addAttribute(
                        "made",
                        tokens.make(id, form.name().strip(), form.asked()).text());
                model.addAttribute("delivery", deliveries.show(id));
                model.addAttribute("variable", Snippets.VARIABLE);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                return "delivery/made";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, 0, model, locale);
    }

    @PostMapping("/tokens/{token}/revoke")
    String revoke(@PathVariable UUID sandbox, @PathVariable UUID token, RedirectAttributes next) {
        tokens.revoke(new SandboxId(sandbox), token);
        next.addFlashAttribute("toast", "delivery.token.revoked");
        return "redirect:/sandboxes/" + sandbox + "/delivery";
    }

    private String page(SandboxId id, int page, Model model, Locale locale) {
        DeliveryView delivery = deliveries.show(id);
        model.addAttribute("delivery", delivery);
        try {
            Release release = access.open(id);
            model.addAttribute(
                    "snippets",
                    Snippets.of(base, id, release.dictionary().tables().get(0).name()));
            model.addAttribute("smallest", AnswerCheck.threshold(release));
            model.addAttribute("mostRows", AnswerCheck.MOST_ROWS_A_DAY);
            model.addAttribute("files", delivery.filesAllowed() ? deliveries.files(id) : List.of());
        } catch (RuleBrokenException closed) {
            model.addAttribute("closed", closed.messageKey());
        }
        Page<SandboxTokenView> made = tokens.of(id, page, TOKENS);
        model.addAttribute("tokens", made.getContent());
        model.addAttribute(
                "pages", new Pages(made.getNumber(), made.getTotalPages(), "/sandboxes/" + id.value() + "/delivery"));
        model.addAttribute("scientist", currentActor.get().is(Role.STARTUP_DATA_SCIENTIST));
        model.addAttribute("lives", words.options("delivery.life", TokenForm.LIVES, locale));
        model.addAttribute("publicKey", deliveries.publicKey());
        return "delivery/delivery";
    }

    private static ResponseEntity<String> saved(String name, String json) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json);
    }
}
