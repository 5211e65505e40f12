package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The files that a recipe names: found where its reader may look, and remembered for its hash. One per text. */
final class NamedFiles {

    private final Path base;

    /** Null where any file may be named. */
    private final @Nullable Set<String> allowed;

    private final boolean looked;
    private final SortedMap<String, Path> found = new TreeMap<>();

    private NamedFiles(Path base, @Nullable Set<String> allowed, boolean looked) {
        this.base = base;
        this.allowed = allowed;
        this.looked = looked;
    }

    /** Whatever lies at a path relative to this folder: for a recipe of one's own. */
    static NamedFiles below(Path base) {
        return new NamedFiles(base, null, true);
    }

    /** These files in this folder and no other: for a recipe that somebody else sent. */
    static NamedFiles only(Path base, Set<String> names) {
        return new NamedFiles(base, Set.copyOf(names), true);
    }

    /** Names alone; whether the files exist is not looked at. */
    static NamedFiles unseen() {
        return new NamedFiles(Path.of(""), null, false);
    }

    /**
     * @param name as the recipe writes it
     * @param pointer where it stands in the document
     * @throws BadInput when it must not be named, or is no file
     */
    Path find(YamlDocument document, String pointer, String name) {
        if (allowed != null && !allowed.contains(name)) {
            throw RecipeProblem.FILE_MISSING.at(document.at(pointer), name);
        }
        Path file = base.resolve(name).normalize();
        if (looked && !Files.isRegularFile(file)) {
            throw RecipeProblem.NO_FILE.at(document.at(pointer));
        }
        found.put(name, file);
        return file;
    }

    /** A built-in hierarchy, or the file that holds one. */
    HierarchySpec hierarchy(YamlDocument document, String pointer, String name) {
        if (name.startsWith("builtin:")) {
            for (HierarchySpec.Builtin builtin : HierarchySpec.Builtin.values()) {
                if (name.equals("builtin:" + builtin.name().toLowerCase(Locale.ROOT))) {
                    return new HierarchySpec(name, builtin, null);
                }
            }
            throw RecipeProblem.NO_BUILTIN.at(document.at(pointer));
        }
        return new HierarchySpec(name, null, find(document, pointer, name));
    }

    /** As the recipe names them. */
    Set<String> names() {
        return Set.copyOf(found.keySet());
    }

    /** Covers the recipe and the files found so far; of files that were not looked at, the names alone. */
    RecipeHash hash(JsonNode recipe) {
        return CanonicalRecipe.hash(recipe, looked ? found : new TreeMap<>());
    }
}
