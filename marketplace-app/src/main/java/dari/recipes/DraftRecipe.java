package dari.recipes;

import dari.provisioner.BadInput;
import dari.provisioner.pipeline.SynthesisCheck;
import dari.provisioner.recipe.DomainFields;
import dari.provisioner.recipe.RecipeDifference;
import dari.provisioner.recipe.RecipeFields;
import dari.provisioner.recipe.RecipeGoal;
import dari.provisioner.recipe.SynthesisFields;
import dari.sandboxes.RecipeUpload;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recipe that is edited.
 *
 * @param domain text of the public domain that it names where it invents rows; empty for none yet
 */
record DraftRecipe(String text, String domain) {

    /** Whether nobody said yet which tables it is about: that is not yet wrong. */
    boolean isBegun() {
        RecipeFields treated = treated();
        SynthesisFields invented = invented();
        return (treated != null && treated.tables().isEmpty())
                || (invented != null && invented.tables().isEmpty());
    }

    /** What the form shows of a recipe that treats rows; null for another, or a text that has to be mended first. */
    @Nullable
    RecipeFields treated() {
        try {
            return RecipeGoal.of(text) == RecipeGoal.DEIDENTIFY ? RecipeFields.of(text) : null;
        } catch (BadInput e) {
            return null;
        }
    }

    /** What the form shows of a recipe that invents rows; null likewise. */
    @Nullable
    SynthesisFields invented() {
        try {
            return RecipeGoal.of(text) == RecipeGoal.SYNTHESIZE ? SynthesisFields.of(text) : null;
        } catch (BadInput e) {
            return null;
        }
    }

    /** Name of the domain's file as the recipe writes it; empty where it names none. */
    String domainFile() {
        SynthesisFields fields = invented();
        return fields == null
                ? ""
                : fields.domainTable().map(SynthesisFields.Table::domain).orElse("");
    }

    /** Columns of the domain; none where its text has to be mended first. */
    DomainFields columns() {
        try {
            return DomainFields.of(domain, domainFile());
        } catch (BadInput e) {
            return new DomainFields(List.of());
        }
    }

    /**
     * With what was typed into the form, turned to the goal that was chosen there.
     *
     * @throws BadInput where the text cannot be a form
     */
    DraftRecipe typed(HttpServletRequest request) {
        String goal = new TypedForm(request).text("goal", RecipeGoal.of(text).word());
        if (RecipeGoal.of(text) == RecipeGoal.DEIDENTIFY) {
            DraftRecipe now = new DraftRecipe(
                    new TypedRecipe(request).over(RecipeFields.of(text)).into(text), domain);
            return now.turned(goal);
        }
        TypedSynthesis typed = new TypedSynthesis(request);
        DomainFields columns = DomainFields.of(domain, domainFile());
        return new DraftRecipe(
                        typed.over(SynthesisFields.of(text), columns).into(text),
                        typed.domain(columns).into(domain, domainFile()))
                .turned(goal);
    }

    private DraftRecipe turned(String goal) {
        return Stream.of(RecipeGoal.values())
                .filter(one -> one.word().equals(goal))
                .findFirst()
                .map(one -> new DraftRecipe(one.turned(text), domain))
                .orElse(this);
    }

    /** With the domain that was chosen as a file, if one was. */
    DraftRecipe chosen(List<RecipeUpload> files) {
        return files.stream()
                .filter(this::isDomain)
                .findFirst()
                .map(file -> new DraftRecipe(text, file.content()))
                .orElse(this);
    }

    /** What goes with the text: the files that were chosen, and the domain as it stands here. */
    List<RecipeUpload> uploads(List<RecipeUpload> files) {
        List<RecipeUpload> uploads =
                new ArrayList<>(files.stream().filter(file -> !isDomain(file)).toList());
        if (!domain.isBlank() && !domainFile().isEmpty()) {
            uploads.add(new RecipeUpload(last(domainFile()), domain));
        }
        return uploads;
    }

    private boolean isDomain(RecipeUpload file) {
        return !domainFile().isEmpty() && file.name().equals(last(domainFile()));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** @throws BadInput naming the place that is wrong, as far as text and domain say it */
    void check() {
        SynthesisCheck.outline(text, domain);
    }

    /** What differs from a recipe that was set; nothing where one of them cannot be read. */
    List<RecipeDifference.Change> changes(DraftRecipe set) {
        try {
            List<RecipeDifference.Change> changes = new ArrayList<>(RecipeDifference.between(set.text, text));
            if (!domainFile().isEmpty()) {
                changes.addAll(RecipeDifference.ofDomains(domainFile(), set.domain, domain));
            }
            return changes;
        } catch (BadInput e) {
            return List.of();
        }
    }

    /** Rows of the form, by the place that each is about. */
    Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        RecipeFields treated = treated();
        if (treated != null) {
            treated.tables()
                    .forEach(table -> table.columns()
                            .forEach(column -> rows.put(
                                    "tables." + table.name() + ".columns." + column.name(),
                                    table.name() + "." + column.name())));
        }
        SynthesisFields invented = invented();
        if (invented != null) {
            for (SynthesisFields.Table table : invented.tables()) {
                for (int i = 0; i < table.rules().size(); i++) {
                    rows.put("tables." + table.name() + ".constraints." + i, "rule." + table.name() + "." + i);
                }
                table.refined()
                        .keySet()
                        .forEach(
                                column -> rows.put("tables." + table.name() + ".refine." + column, "column." + column));
            }
            for (int i = 0; i < invented.facts().size(); i++) {
                rows.put("constraints." + i, "fact." + i);
            }
            columns()
                    .columns()
                    .forEach(column -> rows.put(domainFile() + " " + column.name(), "column." + column.name()));
        }
        return rows;
    }
}
