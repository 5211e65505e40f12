package dari.introductions;

import dari.answers.AnswerKind;
import dari.documents.ContentCheck;
import dari.documents.ContentRefused;
import dari.documents.DocumentId;
import dari.documents.Wallet;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/introductions")
class IntroductionController {

    private static final int PAGE = 20;

    private final Introductions introductions;
    private final Wallet wallet;
    private final AnswerChoice answers;
    private final List<IntroductionSection> sections;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    IntroductionController(
            Introductions introductions,
            Wallet wallet,
            AnswerChoice answers,
            List<IntroductionSection> sections,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.introductions = introductions;
        this.wallet = wallet;
        this.answers = answers;
        this.sections = List.copyOf(sections);
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    record MessageForm(
            @NotBlank(message = "{introductions.message.missing}") @Size(max = 4000, message = "{needs.text.long}")
            String body,

            @Nullable UUID document,

            @Nullable MultipartFile file) {

        static final MessageForm EMPTY = new MessageForm("", null, null);

        @Nullable
        DocumentId documentId() {
            return document == null ? null : new DocumentId(document);
        }

        @Nullable
        MultipartFile sentFile() {
            return file == null || file.isEmpty() ? null : file;
        }
    }

    record AcceptForm(
            @Size(max = 4000, message = "{needs.text.long}") @Nullable
            String message,

            @Nullable String language) {

        static final AcceptForm EMPTY = new AcceptForm("", "");

        String text() {
            return message == null ? "" : message;
        }

        /** The language of the template that was filled in, else the page's. */
        String languageOr(Locale page) {
            return language != null && AnswerChoice.LANGUAGES.contains(language) ? language : page.getLanguage();
        }
    }

    record DeclineForm(
            @NotBlank(message = "{introductions.decline.missing}") @Size(max = 1000, message = "{needs.text.long}")
            String reason) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<IntroductionView> found = introductions.mine(Math.max(0, page), PAGE);
        model.addAttribute("introductions", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/introductions"));
        model.addAttribute("face", currentActor.get().face().code());
        model.addAttribute("keepsTemplates", currentActor.get().is(Role.HOSPITAL_OFFICE));
        return "introductions/list";
    }

    @PostMapping
    String declare(@RequestParam UUID offer, @RequestParam UUID need, RedirectAttributes next) {
        IntroductionId id = introductions.declare(new OfferId(offer), new NeedId(need));
        next.addFlashAttribute("toast", "introductions.declared");
        return "redirect:/introductions/" + id.value();
    }

    @GetMapping("/{introduction}")
    String show(
            @PathVariable UUID introduction,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            Locale locale) {
        IntroductionId id = new IntroductionId(introduction);
        if (mayAnswer(introductions.show(id))) {
            answers.chosen(answer, introductions.show(id)).ifPresent(filled -> {
                if (filled.kind() == AnswerKind.ACCEPT) {
                    model.addAttribute("acceptForm", new AcceptForm(filled.text(), AnswerChoice.languageOf(answer)));
                } else {
                    model.addAttribute("declineForm", new DeclineForm(filled.text()));
                }
            });
        }
        return page(id, model, locale);
    }

    @PostMapping("/{introduction}/messages")
    String write(
            @PathVariable UUID introduction,
            @Valid @ModelAttribute("form") MessageForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        IntroductionId id = new IntroductionId(introduction);
        introductions.show(id);
        if (!errors.hasErrors()) {
            try {
                introductions.write(id, form.body(), locale.getLanguage(), form.documentId(), form.sentFile());
                return "redirect:/introductions/" + introduction;
            } catch (RuleBrokenException e) {
                String field = isRefused(form.body()) || !(e instanceof ContentRefused) ? "body" : "file";
                errors.rejectValue(field, e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, model, locale);
    }

    @GetMapping("/{introduction}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID introduction, @PathVariable UUID file) {
        return introductions.attachment(new IntroductionId(introduction), file).answer();
    }

    @PostMapping("/{introduction}/accept")
    String accept(
            @PathVariable UUID introduction,
            @Valid @ModelAttribute("acceptForm") AcceptForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        IntroductionId id = new IntroductionId(introduction);
        introductions.show(id);
        if (!errors.hasErrors()) {
            try {
                introductions.accept(id, form.text(), form.languageOr(locale));
                next.addFlashAttribute("toast", "introductions.accepted");
                return "redirect:/introductions/" + introduction;
            } catch (ContentRefused e) {
                errors.rejectValue("message", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, model, locale);
    }

    @PostMapping("/{introduction}/decline")
    String decline(
            @PathVariable UUID introduction,
            @Valid @ModelAttribute("declineForm") DeclineForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        IntroductionId id = new IntroductionId(introduction);
        introductions.show(id);
        if (!errors.hasErrors()) {
            try {
                introductions.decline(id, form.reason());
                next.addFlashAttribute("toast", "introductions.declined");
                return "redirect:/introductions/" + introduction;
            } catch (ContentRefused e) {
                errors.rejectValue("reason", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, model, locale);
    }

    private static boolean isRefused(String text) {
        try {
            ContentCheck.message(text);
            return false;
        } catch (ContentRefused e) {
            return true;
        }
    }

    private boolean mayAnswer(IntroductionView view) {
        return currentActor.get().is(Role.HOSPITAL_OFFICE) && view.status() == IntroductionStatus.INTERESTED;
    }

    /** Forms that were not sent are empty. */
    private String page(IntroductionId id, Model model, Locale locale) {
        IntroductionView view = introductions.show(id);
        model.asMap().putIfAbsent("form", MessageForm.EMPTY);
        model.asMap().putIfAbsent("acceptForm", AcceptForm.EMPTY);
        model.asMap().putIfAbsent("declineForm", new DeclineForm(""));
        boolean mayAnswer = mayAnswer(view);
        model.addAttribute("mayAnswer", mayAnswer);
        model.addAttribute("answers", mayAnswer ? answers.options(locale) : List.of());
        sections.forEach(section -> model.addAllAttributes(section.of(view)));
        model.addAttribute("introduction", view);
        model.addAttribute("messages", introductions.thread(id));
        model.addAttribute("wallet", wallet.mine());
        model.addAttribute("history", introductions.history(id));
        model.addAttribute("today", LocalDate.now(clock.withZone(seoul)));
        return "introductions/introduction";
    }
}
