package dari.recipes;

import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.provisioner.BadInput;
import dari.provisioner.recipe.DomainFields;
import dari.provisioner.recipe.RecipeBundle;
import dari.provisioner.recipe.RecipeFields;
import dari.provisioner.recipe.RecipeGoal;
import dari.provisioner.recipe.SynthesisFields;
import dari.sandboxes.Preparation;
import dari.sandboxes.RecipeFaultText;
import dari.sandboxes.RecipeUpload;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import dari.sandboxes.SetRecipe;
import dari.workspace.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of a recipe: one text, seen as a form and as it is. Nothing is kept before it is set. */
@Controller
@RequestMapping("/hospital/sandboxes/{sandbox}/recipe-form")
class RecipeFormController {

    private static final int MOST_CHARACTERS = 100_000;

    /** Each takes up to five fields, and a request carries a thousand. */
    private static final int MOST_COLUMNS = 180;

    private static final List<String> GOALS =
            Stream.of(RecipeGoal.values()).map(RecipeGoal::word).toList();

    private static final List<String> ROLES = List.of("identifier", "quasi", "sensitive", "other");
    private static final List<String> TREATMENTS = List.of(
            "drop",
            "keep",
            "pseudonym",
            "shiftDate",
            "generalise",
            "groupRare",
            "cap",
            "round",
            "noise",
            "constant",
            "scrub");
    private static final List<String> HIERARCHIES = List.of(
            "builtin:year",
            "builtin:date",
            "builtin:age",
            "builtin:number",
            "builtin:zip",
            "builtin:postal",
            "builtin:region",
            "builtin:icd10",
            "builtin:kcd");

    private final Sandboxes sandboxes;
    private final Preparation preparation;
    private final Trials trials;
    private final CurrentActor currentActor;
    private final MessageSource messages;
    private final RecipeFaultText faults;

    RecipeFormController(
            Sandboxes sandboxes,
            Preparation preparation,
            Trials trials,
            CurrentActor currentActor,
            MessageSource messages,
            RecipeFaultText faults) {
        this.sandboxes = sandboxes;
        this.preparation = preparation;
        this.trials = trials;
        this.currentActor = currentActor;
        this.messages = messages;
        this.faults = faults;
    }

    /** @param version number of a recipe that was set before, to begin from; the present one without it */
    @GetMapping
    String show(@PathVariable UUID sandbox, @RequestParam(required = false) @Nullable Integer version, Model model) {
        SandboxId id = new SandboxId(sandbox);
        String text = sandboxes.recipeVersions(id).stream()
                .filter(one -> version == null || one.number() == version)
                .findFirst()
                .map(SetRecipe::text)
                .orElseGet(() -> Objects.requireNonNullElse(sandboxes.show(id).recipe(), ""));
        return page(id, withKeptDomain(id, text.isBlank() ? EMPTY : text), model);
    }

    /** What a new recipe begins with: nothing leaves until its columns are named. */
    private static final String EMPTY = """
            recipe: 1
            goal: deidentify
            tables: {}
            """;

    private DraftRecipe withKeptDomain(SandboxId id, String text) {
        String file = new DraftRecipe(text, "").domainFile();
        return new DraftRecipe(
                text, file.isEmpty() ? "" : sandboxes.recipeFile(id, file).orElse(""));
    }

    @PostMapping
    String press(
            @PathVariable UUID sandbox,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "text") String view,
            @RequestParam(defaultValue = "show") String what,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next)
            throws IOException {
        SandboxId id = new SandboxId(sandbox);
        sandboxes.show(id);
        // as browsers send the lines of a form
        DraftRecipe now = new DraftRecipe(text.replace("\r\n", "\n"), domain.replace("\r\n", "\n"));
        try {
            if (text.length() > MOST_CHARACTERS || domain.length() > RecipeBundle.MOST_CHARACTERS) {
                throw new RuleBrokenException("recipes.long", MOST_CHARACTERS);
            }
            List<RecipeUpload> chosen = RecipeUpload.all(files);
            now = (view.equals("form") ? now.typed(request) : now).chosen(chosen);
            switch (what) {
                case "save" -> {
                    preparation.setRecipe(id, now.text(), now.uploads(chosen));
                    next.addFlashAttribute("toast", "sandboxes.recipe.saved");
                    return "redirect:/hospital/sandboxes/" + sandbox;
                }
                case "preview" -> model.addAttribute("preview", trials.of(id, now.text(), now.uploads(chosen)));
                default -> sandboxes.cost(id, now.text()).ifPresent(cost -> model.addAttribute("cost", cost));
            }
        } catch (BadInput e) {
            model.addAttribute("fault", fault(e, now));
        } catch (RuleBrokenException e) {
            model.addAttribute("refused", e.messageKey());
            model.addAttribute("refusedArguments", e.arguments().toArray());
        }
        return page(id, now, model);
    }

    private String page(SandboxId id, DraftRecipe recipe, Model model) {
        List<SetRecipe> versions = sandboxes.recipeVersions(id);
        model.addAttribute("sandbox", sandboxes.show(id));
        model.addAttribute("steward", currentActor.get().is(Role.HOSPITAL_STEWARD));
        model.addAttribute("text", recipe.text());
        model.addAttribute("domain", recipe.domain());
        model.addAttribute("domainFile", recipe.domainFile());
        model.addAttribute("versions", versions);
        model.addAttribute(
                "changes",
                versions.isEmpty()
                        ? List.of()
                        : recipe.changes(withKeptDomain(id, versions.get(0).text())));
        if (!model.containsAttribute("fault")) {
            check(recipe, model);
        }
        RecipeFields treated = recipe.treated();
        SynthesisFields invented = recipe.invented();
        DomainFields columns = recipe.columns();
        long rows = treated == null
                ? columns.columns().size()
                : treated.tables().stream()
                        .mapToLong(table -> table.columns().size())
                        .sum();
        if (rows > MOST_COLUMNS) {
            model.addAttribute("tooLong", true);
        } else if (treated != null) {
            show(treated, recipe.text(), model);
        } else if (invented != null) {
            show(invented, columns, recipe.text(), model);
        }
        return "recipes/form";
    }

    private void show(RecipeFields fields, String text, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("beyond", RecipeFields.beyond(text));
        model.addAttribute("comments", RecipeFields.comments(text));
        model.addAttribute("goals", options("goal", GOALS));
        model.addAttribute("roles", options("role", ROLES));
        model.addAttribute("treatments", options("do", TREATMENTS));
        model.addAttribute("hierarchies", HIERARCHIES);
        model.addAttribute("diversities", withEmpty(fields.limits().l()));
        model.addAttribute("closenesses", withEmpty(fields.limits().t()));
    }

    private void show(SynthesisFields fields, DomainFields columns, String text, Model model) {
        model.addAttribute("synthesis", fields);
        model.addAttribute("columns", columns.columns());
        model.addAttribute("beyond", SynthesisFields.beyond(text));
        model.addAttribute("comments", RecipeFields.comments(text));
        model.addAttribute("goals", options("goal", GOALS));
        model.addAttribute("kinds", options("kind", DomainFields.KINDS));
        model.addAttribute("ruleKinds", options("rule", SynthesisFields.Rule.KINDS));
        model.addAttribute("factKinds", options("rule", SynthesisFields.Rule.OF_HISTORIES));
        model.addAttribute("concepts", SynthesisFields.CONCEPTS);
        model.addAttribute("mostParts", TypedSynthesis.MOST_PARTS);
        model.addAttribute("hierarchies", HIERARCHIES);
    }

    /** Said at each look, so that the form never looks right while it is not; a text that is begun is not yet wrong. */
    private void check(DraftRecipe recipe, Model model) {
        if (recipe.isBegun()) {
            return;
        }
        try {
            recipe.check();
        } catch (BadInput e) {
            model.addAttribute("fault", fault(e, recipe));
        }
    }

    private Fault fault(BadInput wrong, DraftRecipe recipe) {
        return Fault.of(wrong, faults.of(wrong, LocaleContextHolder.getLocale()), recipe);
    }

    private static List<RecipeFields.Bound> withEmpty(List<RecipeFields.Bound> bounds) {
        List<RecipeFields.Bound> shown = new ArrayList<>(bounds);
        for (int i = 0; i < TypedRecipe.MORE_BOUNDS; i++) {
            shown.add(new RecipeFields.Bound("", "", ""));
        }
        return shown;
    }

    private List<Option> options(String kind, List<String> values) {
        Locale locale = LocaleContextHolder.getLocale();
        return values.stream()
                .map(value -> new Option(value, messages.getMessage("recipes." + kind + "." + value, null, locale)))
                .toList();
    }
}
