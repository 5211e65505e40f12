package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A recipe that travels: its text and the public files that it names (domains, code lists, hierarchies), by the names that
 * it uses. They are text in UTF-8, few and small; their names stay inside the folder that they are written to.
 */
public record RecipeBundle(String text, SortedMap<String, String> files) {

    /** Most files of one recipe. */
    public static final int MOST_FILES = 40;

    /** Most characters of one recipe's files together. */
    public static final int MOST_CHARACTERS = 2_000_000;

    /** What the recipe itself is called in a folder; no file may take its place. */
    public static final String RECIPE = "recipe.yaml";

    /** How its text is named in an error. */
    private static final String WHERE = "recipe";

    /** At most three folders deep; no part begins with a point, so none is {@code ..} or hidden. */
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]{0,79}/){0,3}[A-Za-z0-9_][A-Za-z0-9._-]{0,79}");

    /** @throws BadInput naming the file that must not travel, and why */
    public RecipeBundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (files.size() > MOST_FILES) {
            throw RecipeProblem.MANY_FILES.at(RECIPE, MOST_FILES);
        }
        files.keySet().forEach(RecipeBundle::requireName);
        if (files.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < files.size()) {
            throw RecipeProblem.FILES_CASE.at(RECIPE);
        }
        requireFoldersApart(files.keySet());
        long characters = files.values().stream().mapToLong(String::length).sum();
        if (characters > MOST_CHARACTERS) {
            throw RecipeProblem.FILES_LONG.at(RECIPE, MOST_CHARACTERS);
        }
    }

    /** A recipe without files. */
    public static RecipeBundle of(String text) {
        return new RecipeBundle(text, new TreeMap<>());
    }

    /**
     * Names of the files that a recipe's text speaks of, in their order.
     *
     * @throws BadInput naming line and path when the text is no recipe, or names a file that could not travel
     */
    public static Set<String> filesNamedIn(String text) {
        NamedFiles files = NamedFiles.unseen();
        new RecipeReader(WHERE, files).read(text);
        files.names().forEach(RecipeBundle::requireName);
        return files.names().stream().sorted().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Writes recipe and files into a folder and reads them there. The recipe may name its own files and no other.
     *
     * @param folder made when it is missing
     * @throws BadInput naming line and path inside the recipe
     */
    public Recipe writtenTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.writeString(target, file.getValue(), StandardCharsets.UTF_8);
            }
            Files.writeString(folder.resolve(RECIPE), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SurroundingsFailed("a recipe and its files cannot be written", e);
        }
        return new RecipeReader(WHERE, NamedFiles.only(folder, files.keySet())).read(text);
    }

    /** No name may be a file's and a folder's at once: the folder could not be made where the job runs. */
    private static void requireFoldersApart(Set<String> names) {
        for (String folder : names) {
            if (names.stream().anyMatch(name -> isBelow(name, folder))) {
                throw RecipeProblem.FILE_AND_FOLDER.at(RECIPE, folder);
            }
        }
    }

    private static boolean isBelow(String name, String folder) {
        return name.toLowerCase(Locale.ROOT).startsWith(folder.toLowerCase(Locale.ROOT) + "/");
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches() || name.equalsIgnoreCase(RECIPE) || isBelow(name, RECIPE)) {
            throw RecipeProblem.FILE_NAME.at(RECIPE, name);
        }
    }
}
