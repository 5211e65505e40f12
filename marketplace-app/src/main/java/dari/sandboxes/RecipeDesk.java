package dari.sandboxes;

import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.pipeline.SynthesisCheck;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.RecipeBundle;
import dari.provisioner.recipe.RecipeSummary;
import dari.provisioner.recipe.Role;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.synthesize.Domain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Recipes with the public files that they name: put together, checked, kept and shown. */
@Component
class RecipeDesk {

    private final RecipeFileRepository files;
    private final RecipeVersionRepository versions;
    private final RecipeCosts costs;
    private final Ids ids;

    RecipeDesk(RecipeFileRepository files, RecipeVersionRepository versions, RecipeCosts costs, Ids ids) {
        this.files = files;
        this.versions = versions;
        this.costs = costs;
        this.ids = ids;
    }

    /**
     * A recipe's text with its files: the uploaded ones, and of those kept before the ones that it still names.
     *
     * @throws BadInput when the text is no recipe, names a file that is not there, or an upload is not named in it
     */
    RecipeBundle together(SandboxId sandbox, String text, List<RecipeUpload> uploads) {
        Set<String> named = RecipeBundle.filesNamedIn(text);
        SortedMap<String, String> contents = new TreeMap<>(kept(sandbox));
        contents.keySet().retainAll(named);
        for (RecipeUpload upload : uploads) {
            List<String> fits = named.stream()
                    .filter(name -> last(name).equals(upload.name()))
                    .toList();
            if (fits.size() != 1) {
                throw new BadInput(
                        fits.isEmpty() ? "recipe.upload.unnamed" : "recipe.upload.several",
                        List.of(),
                        upload.name(),
                        fits.isEmpty() ? "is not named in the recipe" : "could be several files of the recipe",
                        fits.isEmpty() ? "name it there or leave it out" : "give files different names");
            }
            contents.put(fits.get(0), upload.content());
        }
        List<String> missing =
                named.stream().filter(name -> !contents.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new BadInput(
                    "recipe.upload.missing",
                    List.of(),
                    String.join(", ", missing),
                    "is named in the recipe and was not uploaded",
                    "choose it below");
        }
        return new RecipeBundle(text, contents);
    }

    /** @throws BadInput naming the place inside the recipe or its file, never where they lie on this machine */
    Recipe checked(RecipeBundle bundle) {
        try {
            Path folder = Files.createTempDirectory("recipe");
            try {
                Recipe recipe = bundle.writtenTo(folder);
                SynthesisCheck.whole(recipe);
                return recipe;
            } catch (BadInput e) {
                String here = folder + "/";
                throw new BadInput(
                        e.where().replace(here, ""),
                        e.what().replace(here, ""),
                        e.whatToDo().replace(here, ""));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws dari.kernel.RuleBrokenException when the privacy budget does not pay for it */
    @Nullable
    PrivacyCost affordable(Sandbox sandbox, Recipe recipe) {
        PrivacyCost cost = PrivacyCost.of(recipe);
        if (cost != null) {
            costs.require(sandbox.hospital(), sandbox.id(), cost);
        }
        return cost;
    }

    /** The files of the present recipe, and its text as one more version. */
    void keep(SandboxId sandbox, RecipeBundle bundle, String hash, UserId author, Instant now) {
        int number = versions.findFirstBySandboxOrderByNumberDesc(sandbox)
                        .map(one -> one.view().number())
                        .orElse(0)
                + 1;
        versions.save(new RecipeVersion(ids.next(), sandbox, number, bundle.text(), hash, author, now));
        files.deleteBySandbox(sandbox);
        files.saveAll(bundle.files().entrySet().stream()
                .map(file -> new RecipeFile(ids.next(), sandbox, file.getKey(), file.getValue()))
                .toList());
    }

    /** Every recipe that was set, the newest first. */
    List<SetRecipe> versions(SandboxId sandbox) {
        return versions.findBySandboxOrderByNumberDesc(sandbox).stream()
                .map(RecipeVersion::view)
                .toList();
    }

    Map<String, String> kept(SandboxId sandbox) {
        return files.findBySandboxOrderByName(sandbox).stream()
                .collect(Collectors.toMap(RecipeFile::name, RecipeFile::content));
    }

    /** What a text costs, whether its files are there or not; null when it spends nothing. */
    @Nullable
    CostView cost(OrganizationId hospital, SandboxId sandbox, String text) {
        PrivacyCost cost = PrivacyCost.of(Recipe.outline(text));
        return cost == null ? null : costs.show(hospital, sandbox, cost);
    }

    RecipeView show(OrganizationId hospital, SandboxId sandbox, String text) {
        Recipe recipe = Recipe.outline(text);
        Map<String, String> contents = kept(sandbox);
        RecipeSummary summary = recipe.summary();
        Synthesis synthesis = recipe.synthesis();
        if (synthesis != null && synthesis.history() == null) {
            summary = withDomain(summary, synthesis.domain().toString(), contents);
        }
        PrivacyCost cost = PrivacyCost.of(recipe);
        return new RecipeView(
                summary,
                synthesis,
                cost == null ? null : costs.show(hospital, sandbox, cost),
                new TreeMap<>(contents)
                        .entrySet().stream()
                                .map(file -> new RecipeView.File(
                                        file.getKey(),
                                        file.getValue().lines().count(),
                                        file.getValue().length(),
                                        Sha256.hex(file.getValue().getBytes(StandardCharsets.UTF_8))))
                                .toList());
    }

    /** A synthesised table has the columns of its domain. */
    private static RecipeSummary withDomain(RecipeSummary summary, String name, Map<String, String> contents) {
        String text = contents.get(name);
        if (text == null) {
            return summary;
        }
        List<RecipeSummary.Column> columns = Domain.parse(text, name).columns().stream()
                .map(column -> new RecipeSummary.Column(column.name(), Role.OTHER, new Treatment.Synthesised().words()))
                .toList();
        return new RecipeSummary(
                summary.privacy(),
                summary.assessment(),
                summary.tables().stream()
                        .map(table -> new RecipeSummary.Table(table.name(), table.othersDropped(), columns))
                        .toList());
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
