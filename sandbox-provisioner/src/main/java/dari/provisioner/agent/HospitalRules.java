package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.count.CountMapping;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.Domain;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The hospital's policy file: what no recipe may do here, whoever asks.
 *
 * @param leastK smallest k of the person table
 * @param mostSuppression largest share of persons that may be left out, 0 to 1
 * @param mostEpsilon largest ε of one synthesis; without it nothing is synthesised
 * @param forbiddenColumns {@code table.column} that never leaves, in any form; compared without case
 * @param counts sources about which questions of how many persons are answered, with what may be asked; none unless named
 */
public record HospitalRules(
        int leastK,
        double mostSuppression,
        @Nullable BigDecimal mostEpsilon,
        Set<String> forbiddenColumns,
        Map<String, CountMapping> counts) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public HospitalRules {
        forbiddenColumns = forbiddenColumns.stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        counts = Map.copyOf(counts);
    }

    private record Written(
            int leastK,
            double mostSuppression,
            @Nullable BigDecimal mostEpsilon,
            @Nullable Set<String> forbiddenColumns,
            @Nullable Map<String, CountMapping> counts) {}

    /** @throws BadInput naming file and line */
    public static HospitalRules read(Path file) {
        Written written = parse(file, Written.class);
        return new HospitalRules(
                written.leastK(),
                written.mostSuppression(),
                written.mostEpsilon(),
                written.forbiddenColumns() == null ? Set.of() : written.forbiddenColumns(),
                written.counts() == null ? Map.of() : written.counts());
    }

    static <T> T parse(Path file, Class<T> type) {
        try {
            return YAML.readValue(Files.readString(file), type);
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give an existing YAML file");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BadInput(file + ":" + line, "does not fit", "see the hospital files beside the demo sources");
        }
    }

    /**
     * A rule of the hospital that a job breaks.
     *
     * @param code as reported, e.g. {@code policy.k}
     * @param limit what the rule says: a number, a table, a source
     */
    public record Objection(String code, String limit) {}

    /** Why a recipe must not run here; empty when it may. */
    public Optional<Objection> objection(Recipe recipe) {
        Synthesis synthesis = recipe.synthesis();
        return synthesis == null
                ? objectionToModel(recipe)
                        .or(() -> objectionToColumns(recipe.tables().stream().flatMap(HospitalRules::leaving)))
                : objectionToEpsilon(synthesis)
                        .or(() -> objectionToColumns(Stream.concat(
                                recipe.tables().stream().flatMap(HospitalRules::leaving),
                                Domain.read(synthesis.domain()).columns().stream()
                                        .map(ColumnDomain::name)
                                        .map(column -> new Leaving(
                                                recipe.tables().get(0).name(), column)))));
    }

    private Optional<Objection> objectionToModel(Recipe recipe) {
        if (recipe.privacy().k() < leastK) {
            return Optional.of(new Objection("policy.k", String.valueOf(leastK)));
        }
        return recipe.privacy().suppressionLimit() > mostSuppression
                ? Optional.of(new Objection("policy.suppression", String.valueOf(mostSuppression)))
                : Optional.empty();
    }

    private Optional<Objection> objectionToEpsilon(Synthesis synthesis) {
        BigDecimal most = mostEpsilon == null ? BigDecimal.ZERO : mostEpsilon;
        return synthesis.epsilon().compareTo(most) > 0
                ? Optional.of(new Objection("policy.epsilon", most.toPlainString()))
                : Optional.empty();
    }

    /** A column that a recipe lets out in some form. */
    private record Leaving(String table, String column) {}

    private static Stream<Leaving> leaving(TableRecipe table) {
        return table.columns().stream()
                .filter(column -> !column.treatment().words().key().equals("treatment.drop"))
                .map(column -> new Leaving(table.name(), column.name()));
    }

    private Optional<Objection> objectionToColumns(Stream<Leaving> leaving) {
        return leaving.filter(
                        one -> forbiddenColumns.contains((one.table() + "." + one.column()).toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(one -> new Objection("policy.column", one.table()));
    }
}
