package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A checked recipe: everything it names inside itself exists and fits together. Whether the
 * source has its columns is checked when it is run.
 *
 * @param standard {@code omop-5.3} or null
 * @param personTable the table with the quasi-identifiers; null when no table has any
 * @param preparation what happens to the source as a whole
 * @param synthesis how invented rows are made; null for {@code goal: deidentify}, whose tables list their columns
 * @param files whether the release may leave as files; not unless the recipe says so
 * @param hash what a hospital approves
 * @param textHash SHA-256 of the recipe's bytes, lower-case hex
 */
public record Recipe(
        @Nullable String standard,
        List<TableRecipe> tables,
        @Nullable String personTable,
        Preparation preparation,
        PrivacyModel privacy,
        AssessmentLevel assessment,
        AttackKnowledge attack,
        @Nullable Synthesis synthesis,
        boolean files,
        RecipeHash hash,
        String textHash) {

    public Recipe {
        tables = List.copyOf(tables);
    }

    /** Whether each row is treated for itself: nothing is asked that looks at persons together, and no free text is read. */
    public boolean isRowByRow() {
        return synthesis == null
                && !privacy.asksAnything()
                && !assessment.required()
                && tables.stream().allMatch(TableRecipe::isRowByRow);
    }

    /** @throws BadInput naming file, line and path inside the file */
    public static Recipe read(Path file) {
        try {
            Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString(), base);
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give an existing UTF-8 file");
        }
    }

    /**
     * @param where how the text is named in an error
     * @param base folder that the recipe's paths are relative to
     * @throws BadInput naming line and path inside the text
     */
    public static Recipe parse(String text, String where, Path base) {
        return new RecipeReader(where, NamedFiles.below(base)).read(text);
    }

    /**
     * The recipe as far as its text says it, for showing: whether the files that it names exist is not looked at, and its hash
     * does not cover them. What runs is read by {@link RecipeBundle#writtenTo} or {@link #read}.
     */
    public static Recipe outline(String text) {
        return new RecipeReader("recipe", NamedFiles.unseen()).read(text);
    }

    public Optional<TableRecipe> table(String name) {
        return tables.stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Column of the person table that a model trained on the release would predict: the attack's secret or a sensitive one. */
    public @Nullable String predicted() {
        Optional<TableRecipe> persons =
                tables.stream().filter(t -> t.name().equals(personTable)).findFirst();
        return persons.flatMap(table -> Stream.concat(
                                Stream.ofNullable(attack.secret()).flatMap(c -> table.column(c).stream()),
                                table.columns().stream().filter(c -> c.role() == Role.SENSITIVE))
                        .filter(c -> c.role() != Role.QUASI && c.treatment() instanceof Treatment.Keep)
                        .map(ColumnRecipe::name)
                        .findFirst())
                .orElse(null);
    }

    public RecipeSummary summary() {
        return new RecipeSummary(
                privacy,
                assessment,
                tables.stream()
                        .map(table -> new RecipeSummary.Table(
                                table.name(),
                                table.dropOthers(),
                                table.columns().stream()
                                        .map(c -> new RecipeSummary.Column(
                                                c.name(),
                                                c.role(),
                                                c.treatment().words()))
                                        .toList()))
                        .toList());
    }
}
