package dari.queries;

import dari.exports.Exports;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.query.QueryLimits;
import dari.provisioner.release.Distribution;
import dari.provisioner.release.Distribution.Cell;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import dari.workspace.ChartBars;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** Where a startup's scientist writes SQL. */
@Controller
@RequestMapping("/sandboxes/{sandbox}/query")
class QueryController {

    private static final int MOST_BARS = 50;
    private static final Pattern COUNT = Pattern.compile("\\d{1,15}");

    private final SandboxQueries queries;
    private final Sandboxes sandboxes;
    private final Exports exports;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    QueryController(
            SandboxQueries queries,
            Sandboxes sandboxes,
            Exports exports,
            CurrentActor currentActor,
            MessageSource messages) {
        this.queries = queries;
        this.sandboxes = sandboxes;
        this.exports = exports;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    record QueryForm(
            @NotBlank(message = "{queries.sql.missing}") @Size(max = 20_000, message = "{needs.text.long}")
            String sql) {}

    record TitleForm(
            @NotBlank(message = "{queries.title.missing}") @Size(max = 100, message = "{needs.text.long}")
            String title) {}

    /** @param from a query that was asked before, to start from */
    @GetMapping
    String write(@PathVariable UUID sandbox, @RequestParam(required = false) @Nullable UUID from, Model model) {
        SandboxId id = new SandboxId(sandbox);
        String sql = from == null ? "" : queries.find(id, from).text();
        model.addAttribute("form", new QueryForm(sql));
        return page(id, model);
    }

    @PostMapping
    String ask(
            @PathVariable UUID sandbox,
            @Valid @ModelAttribute("form") QueryForm form,
            BindingResult errors,
            Model model) {
        SandboxId id = new SandboxId(sandbox);
        if (!errors.hasErrors()) {
            try {
                QueryAnswer answer = queries.ask(id, form.sql());
                model.addAttribute("answer", answer);
                chart(answer).ifPresent(chart -> model.addAttribute("chart", chart));
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, model);
    }

    /** The answer goes to the export desk, as a draft that its scientist completes there. */
    @PostMapping("/export")
    String export(
            @PathVariable UUID sandbox,
            @Valid @ModelAttribute("form") QueryForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        SandboxId id = new SandboxId(sandbox);
        if (errors.hasErrors()) {
            return page(id, model);
        }
        try {
            QueryAnswer answer = queries.take(id, form.sql());
            if (answer.problem() != null) {
                model.addAttribute("answer", answer);
                return page(id, model);
            }
            String title = messages.getMessage("exports.answerTitle", null, locale);
            return "redirect:/exports/"
                    + exports.draftAnswer(id, title, AnswerText.csv(answer).getBytes(StandardCharsets.UTF_8));
        } catch (RuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return page(id, model);
        }
    }

    @PostMapping("/{query}/title")
    String keep(
            @PathVariable UUID sandbox,
            @PathVariable UUID query,
            @Valid @ModelAttribute("titleForm") TitleForm form,
            BindingResult errors,
            RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        queries.find(id, query);
        if (errors.hasErrors()) {
            next.addFlashAttribute("refusal", "queries.title.missing");
        } else {
            queries.keep(id, query, form.title().strip());
            next.addFlashAttribute("toast", "queries.kept.saved");
        }
        return "redirect:/sandboxes/" + sandbox + "/query";
    }

    private String page(SandboxId id, Model model) {
        model.addAttribute("sandbox", sandboxes.show(id));
        model.addAttribute("limits", QueryLimits.DEFAULT);
        queries.place(id).ifPresent(place -> model.addAttribute("place", place));
        model.addAttribute("mayExport", currentActor.get().is(Role.STARTUP_DATA_SCIENTIST));
        try {
            model.addAttribute("dictionary", queries.prepare(id).dictionary());
            model.addAttribute("mine", queries.mine(id));
            model.addAttribute("kept", queries.kept(id));
        } catch (RuleBrokenException closed) {
            model.addAttribute("closed", closed.messageKey());
        }
        return "queries/query";
    }

    /** A label and a count a row are drawn as bars. */
    private static Optional<ChartBars> chart(QueryAnswer answer) {
        boolean fits = answer.columns().size() == 2
                && answer.columns().get(1).number()
                && answer.rows().size() > 1
                && answer.rows().size() <= MOST_BARS
                && answer.rows().stream()
                        .allMatch(
                                row -> COUNT.matcher(String.valueOf(row.get(1))).matches());
        if (!fits) {
            return Optional.empty();
        }
        List<Cell> cells = answer.rows().stream()
                .map(row ->
                        new Cell(String.valueOf(row.get(0)), null, null, Long.parseLong(String.valueOf(row.get(1)))))
                .toList();
        return Optional.of(ChartBars.of(new Distribution(Distribution.Kind.VALUES, cells, 0L)));
    }
}
