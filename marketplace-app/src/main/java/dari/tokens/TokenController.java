package dari.tokens;

import dari.kernel.CurrentActor;
import dari.kernel.RuleBrokenException;
import dari.workspace.Option;
import dari.workspace.Pages;
import dari.workspace.Words;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

/** A person's tokens for programs, in the organisation they work for at the moment. */
@Controller
@RequestMapping("/account/tokens")
class TokenController {

    private static final int LINES = 20;
    private static final String LIST = "redirect:/account/tokens";

    private final ApiTokens tokens;
    private final CurrentActor currentActor;
    private final Words words;
    private final MessageSource messages;

    TokenController(ApiTokens tokens, CurrentActor currentActor, Words words, MessageSource messages) {
        this.tokens = tokens;
        this.currentActor = currentActor;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "0") int othersPage, Model model) {
        Page<TokenView> mine = tokens.mine(Math.max(0, page), LINES);
        model.addAttribute("tokens", mine.getContent());
        model.addAttribute("pages", new Pages(mine.getNumber(), mine.getTotalPages(), "/account/tokens"));
        Page<TokenView> others = tokens.ofColleagues(Math.max(0, othersPage), LINES);
        model.addAttribute("colleagues", others.getContent());
        model.addAttribute(
                "othersPages", new Pages(others.getNumber(), others.getTotalPages(), "/account/tokens", "othersPage"));
        return "tokens/list";
    }

    @GetMapping("/new")
    String create(Model model, Locale locale) {
        model.addAttribute("form", TokenForm.EMPTY);
        return page(model, locale);
    }

    /** Answers with the text itself: led on to another page, it would pass through the session's table. */
    @PostMapping
    String create(
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (!errors.hasFieldErrors("scopes") && !form.namesKnownScopes()) {
            errors.rejectValue("scopes", "tokens.form.scopes.missing");
        }
        if (!errors.hasErrors()) {
            try {
                model.addAttribute("made", tokens.make(form.toRequest()).token().text());
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                return "tokens/made";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(model, locale);
    }

    @PostMapping("/{token}/revoke")
    String revoke(@PathVariable UUID token, RedirectAttributes next) {
        tokens.revoke(token);
        next.addFlashAttribute("toast", "tokens.revoked");
        return LIST;
    }

    private String page(Model model, Locale locale) {
        List<Option> scopes = Scope.of(currentActor.get().face()).stream()
                .map(scope -> new Option(scope.code(), messages.getMessage("scope." + scope.code(), null, locale)))
                .toList();
        model.addAttribute("scopes", scopes);
        model.addAttribute("lives", words.options("tokens.days", TokenForm.DAYS, locale));
        return "tokens/new";
    }
}
