package dari.questions;

import dari.kernel.RuleBrokenException;
import dari.projects.ProjectView;
import dari.register.PublicFiles;
import dari.register.PublicRegister;
import dari.register.RegisterSection;
import dari.workspace.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Asking without a login, and everything that was answered: to read, to search, to take along. */
@Controller
@RequestMapping("/register")
class QuestionController implements RegisterSection {

    private static final int LINES = 20;
    private static final int NEWEST = 100;
    private static final String PATH = "/register/questions";

    private final Questions questions;
    private final PublicRegister register;
    private final AskingLimits limits;
    private final PublicFiles files;
    private final MessageSource messages;

    QuestionController(
            Questions questions,
            PublicRegister register,
            AskingLimits limits,
            PublicFiles files,
            MessageSource messages) {
        this.questions = questions;
        this.register = register;
        this.limits = limits;
        this.files = files;
        this.messages = messages;
    }

    /** @param website a field that no person sees: whoever fills it in is a machine, and is not heard */
    record AskForm(
            @NotNull(message = "{needs.choice.bad}")
            @Pattern(regexp = "QUESTION|OBJECTION", message = "{needs.choice.bad}")
            String kind,

            @NotBlank(message = "{questions.text.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String text,

            @Nullable @Email(message = "{questions.email.bad}") @Size(max = 254, message = "{questions.email.bad}")
            String email,

            @Nullable String website) {

        static final AskForm EMPTY = new AskForm("QUESTION", "", "", "");
    }

    @GetMapping("/{entry}/questions")
    String ofEntry(@PathVariable UUID entry, Model model) {
        model.addAttribute("form", AskForm.EMPTY);
        return page(entry, model);
    }

    @PostMapping("/{entry}/questions")
    String ask(
            @PathVariable UUID entry,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            String website = form.website();
            if (website != null && !website.isBlank()) {
                next.addFlashAttribute("toast", "questions.asked");
                return "redirect:/register/" + entry + "/questions";
            }
            try {
                if (!limits.allows(request.getRemoteAddr())) {
                    throw new RuleBrokenException("questions.rule.tooMany");
                }
                String email = form.email();
                questions.ask(
                        entry,
                        new NewQuestion(
                                QuestionKind.valueOf(form.kind()),
                                form.text().strip(),
                                email == null || email.isBlank() ? null : email.strip(),
                                locale.getLanguage().equals("en") ? "en" : "ko"));
                next.addFlashAttribute("toast", "questions.asked");
                return "redirect:/register/" + entry + "/questions";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(entry, model);
    }

    private String page(UUID entry, Model model) {
        ProjectView project = register.entry(entry).sandbox().project();
        model.addAttribute("project", project);
        model.addAllAttributes(of(project));
        return "questions/entry";
    }

    @Override
    public Map<String, Object> of(ProjectView project) {
        return Map.of("questions", questions.answered(project.id()), "unanswered", questions.unanswered(project.id()));
    }

    @GetMapping("/questions")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        List<QuestionView> all = questions.find(q);
        int number = Math.max(page, 0);
        int from = (int) Math.min((long) number * LINES, all.size());
        String url = UriComponentsBuilder.fromPath(PATH)
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
        model.addAttribute("questions", all.subList(from, Math.min(from + LINES, all.size())));
        model.addAttribute("words", q.strip());
        model.addAttribute("pages", Pages.of(number, all.size(), LINES, url));
        return "questions/public";
    }

    /** A question as programs take it along; the fields stay as they are. */
    record AnsweredQuestion(
            UUID id,
            UUID entry,
            String number,
            String kind,
            String language,
            String question,
            String answer,
            String answeredBy,
            Instant askedAt,
            Instant answeredAt,
            String link) {}

    @GetMapping("/questions/questions.json")
    @ResponseBody
    List<AnsweredQuestion> json() {
        String address = files.address("/register");
        return questions.find("").stream()
                .map(question -> new AnsweredQuestion(
                        question.id(),
                        question.project().id().value(),
                        question.project().number(),
                        question.kind().name(),
                        question.language(),
                        question.text(),
                        Objects.requireNonNullElse(question.answer(), ""),
                        Objects.requireNonNullElse(question.answeredBy(), ""),
                        question.askedAt(),
                        Objects.requireNonNull(question.answeredAt()),
                        address + "/" + question.project().id().value() + "/questions"))
                .toList();
    }

    @GetMapping("/questions/questions.csv")
    ResponseEntity<String> csv() throws IOException {
        return files.csv("dari-questions.csv", AnsweredQuestion.class, json());
    }

    @GetMapping(path = "/questions/questions.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @ResponseBody
    String atom(Locale locale) throws IOException {
        return files.atom(
                "questions.public.title",
                PATH,
                json().stream()
                        .limit(NEWEST)
                        .map(question -> new PublicFiles.News(
                                question.id(),
                                messages.getMessage("questions.kind." + question.kind(), null, locale) + " · "
                                        + question.number(),
                                question.question() + "\n\n" + question.answer(),
                                question.link(),
                                question.answeredAt()))
                        .toList(),
                locale);
    }
}
