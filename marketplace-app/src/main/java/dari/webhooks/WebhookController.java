package dari.webhooks;

import dari.kernel.CurrentActor;
import dari.kernel.RuleBrokenException;
import dari.workspace.Option;
import dari.workspace.Pages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisation's endpoints. */
@Controller
@RequestMapping("/account/webhooks")
class WebhookController {

    private static final int LOG = 20;
    private static final String LIST = "redirect:/account/webhooks";

    private final Webhooks webhooks;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    WebhookController(Webhooks webhooks, CurrentActor currentActor, MessageSource messages) {
        this.webhooks = webhooks;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("endpoints", webhooks.mine());
        return "webhooks/list";
    }

    @GetMapping("/new")
    String create(Model model, Locale locale) {
        webhooks.mine(); // who may not keep any is not asked for one
        model.addAttribute("form", EndpointForm.EMPTY);
        return formPage(null, model, locale);
    }

    @PostMapping("/new")
    String create(
            @Valid @ModelAttribute("form") EndpointForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                return secretPage(
                        webhooks.register(form.url().strip(), form.toKinds()), "webhooks.secret.made", model, response);
            } catch (RuleBrokenException e) {
                reject(e, errors);
            }
        }
        return formPage(null, model, locale);
    }

    @GetMapping("/{webhook}")
    String show(@PathVariable UUID webhook, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("endpoint", webhooks.show(webhook));
        Page<DeliveryView> log = webhooks.log(webhook, Math.max(0, page), LOG);
        model.addAttribute("log", log.getContent());
        model.addAttribute(
                "pages", Pages.of(log.getNumber(), log.getTotalElements(), LOG, "/account/webhooks/" + webhook));
        return "webhooks/endpoint";
    }

    @GetMapping("/{webhook}/edit")
    String edit(@PathVariable UUID webhook, Model model, Locale locale) {
        model.addAttribute("form", EndpointForm.of(webhooks.show(webhook)));
        return formPage(webhook, model, locale);
    }

    @PostMapping("/{webhook}/edit")
    String edit(
            @PathVariable UUID webhook,
            @Valid @ModelAttribute("form") EndpointForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        webhooks.show(webhook);
        if (!errors.hasErrors()) {
            try {
                webhooks.change(webhook, form.url().strip(), form.toKinds());
                return told(webhook, "webhooks.changed", next);
            } catch (RuleBrokenException e) {
                reject(e, errors);
            }
        }
        return formPage(webhook, model, locale);
    }

    @PostMapping("/{webhook}/rotate")
    String rotate(@PathVariable UUID webhook, Model model, HttpServletResponse response) {
        return secretPage(webhooks.rotate(webhook), "webhooks.secret.rotated", model, response);
    }

    @PostMapping("/{webhook}/pause")
    String pause(@PathVariable UUID webhook, RedirectAttributes next) {
        webhooks.pause(webhook);
        return told(webhook, "webhooks.paused", next);
    }

    @PostMapping("/{webhook}/resume")
    String resume(@PathVariable UUID webhook, RedirectAttributes next) {
        webhooks.resume(webhook);
        return told(webhook, "webhooks.resumed", next);
    }

    @PostMapping("/{webhook}/ping")
    String ping(@PathVariable UUID webhook, RedirectAttributes next) {
        webhooks.ping(webhook);
        return told(webhook, "webhooks.pinged", next);
    }

    @PostMapping("/{webhook}/deliveries/{delivery}/redeliver")
    String redeliver(@PathVariable UUID webhook, @PathVariable UUID delivery, RedirectAttributes next) {
        webhooks.redeliver(webhook, delivery);
        return told(webhook, "webhooks.redelivered", next);
    }

    @PostMapping("/{webhook}/delete")
    String delete(@PathVariable UUID webhook, RedirectAttributes next) {
        webhooks.delete(webhook);
        next.addFlashAttribute("toast", "webhooks.deleted");
        return LIST;
    }

    private static void reject(RuleBrokenException e, BindingResult errors) {
        errors.rejectValue(
                e.messageKey().equals("webhooks.rule.kinds") ? "kinds" : "url",
                e.messageKey(),
                e.arguments().toArray(),
                null);
    }

    private static String told(UUID webhook, String toast, RedirectAttributes next) {
        next.addFlashAttribute("toast", toast);
        return "redirect:/account/webhooks/" + webhook;
    }

    /** Answers with the secret itself: led on to another page, it would pass through the session's table. */
    private static String secretPage(MadeEndpoint made, String title, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("made", made);
        model.addAttribute("titleKey", title);
        return "webhooks/secret";
    }

    private String formPage(@Nullable UUID webhook, Model model, Locale locale) {
        List<Option> kinds = EventKind.of(currentActor.get().face()).stream()
                .map(kind -> new Option(kind.code(), messages.getMessage("webhooks.kind." + kind.code(), null, locale)))
                .toList();
        model.addAttribute("webhook", webhook);
        model.addAttribute("kinds", kinds);
        return "webhooks/form";
    }
}
