package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.count.CountMapping;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.TableRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the hospital lets its agent do, whatever the marketplace asks.
 *
 * @param sources names that jobs may use, with the directory of each
 * @param leastK smallest k of the person table
 * @param mostSuppression largest share of persons that may be left out, 0 to 1
 * @param forbiddenColumns {@code table.column} that never leaves, in any form
 * @param counts sources about which questions of how many persons are answered, with what may be asked; none unless named
 */
record HospitalPolicy(
        Map<String, Path> sources,
        int leastK,
        double mostSuppression,
        List<String> forbiddenColumns,
        Map<String, CountMapping> counts) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Rules(
            int leastK,
            double mostSuppression,
            List<String> forbiddenColumns,
            @Nullable Map<String, CountMapping> counts) {}

    private record Sources(Map<String, String> sources) {}

    /** Reads both files; directories are relative to the file that names them. */
    static HospitalPolicy read(Path sourcesFile, Path policyFile) {
        Path base =
                Optional.ofNullable(sourcesFile.toAbsolutePath().getParent()).orElse(sourcesFile);
        Map<String, Path> sources = new TreeMap<>();
        parse(sourcesFile, Sources.class).sources().forEach((name, directory) -> {
            if (!name.matches("[a-z0-9-]{1,60}")) {
                throw new BadInput(
                        sourcesFile.toString(), "source name " + name, "use small letters, digits and hyphens");
            }
            sources.put(name, base.resolve(directory).normalize());
        });
        Rules rules = parse(policyFile, Rules.class);
        return new HospitalPolicy(
                Map.copyOf(sources),
                rules.leastK(),
                rules.mostSuppression(),
                List.copyOf(rules.forbiddenColumns()),
                rules.counts() == null ? Map.of() : Map.copyOf(rules.counts()));
    }

    List<String> sourceNames() {
        return sources.keySet().stream().sorted().toList();
    }

    /**
     * A rule of the hospital that a job breaks.
     *
     * @param code as reported, e.g. {@code policy.k}
     * @param limit what the rule says: a number, a table, a source
     */
    record Objection(String code, String limit) {}

    /** Why a source must not be used here; empty when it may. */
    Optional<Objection> objection(String source) {
        return sources.containsKey(source) ? Optional.empty() : Optional.of(new Objection("policy.source", source));
    }

    /** Why a recipe must not run here; empty when it may. */
    Optional<Objection> objection(Recipe recipe) {
        if (recipe.privacy().k() < leastK) {
            return Optional.of(new Objection("policy.k", String.valueOf(leastK)));
        }
        if (recipe.privacy().suppressionLimit() > mostSuppression) {
            return Optional.of(new Objection("policy.suppression", String.valueOf(mostSuppression)));
        }
        for (TableRecipe table : recipe.tables()) {
            boolean leaves = table.columns().stream()
                    .filter(column -> !column.treatment().words().key().equals("treatment.drop"))
                    .anyMatch(column ->
                            forbiddenColumns.contains((table.name() + "." + column.name()).toLowerCase(Locale.ROOT)));
            if (leaves) {
                return Optional.of(new Objection("policy.column", table.name()));
            }
        }
        return Optional.empty();
    }

    private static <T> T parse(Path file, Class<T> type) {
        try {
            return YAML.readValue(Files.readString(file), type);
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give an existing YAML file");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BadInput(file + ":" + line, "does not fit", "see the hospital files beside the demo sources");
        }
    }
}
