package dari.recipes;

import dari.kernel.HospitalSteward;
import dari.kernel.RuleBrokenException;
import dari.profiles.DatasetProfiles;
import dari.provisioner.Progress;
import dari.provisioner.pipeline.Outcome;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.profile.Profile;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.RecipeBundle;
import dari.provisioner.recipe.RecipeForSamples;
import dari.provisioner.recipe.RecipeGoal;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.recipe.SynthesisForSamples;
import dari.provisioner.release.Release;
import dari.provisioner.samples.SampleFiles;
import dari.provisioner.samples.SampleRows;
import dari.provisioner.samples.SampleTable;
import dari.sandboxes.RecipeUpload;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/** Tries a recipe on invented rows, with the very code that treats the real ones. */
@Service
public class Trials {

    /** Rows invented per table: enough for the usual k, few enough for a page that waits. */
    private static final int ROWS = 1000;

    private static final int SHOWN = 6;
    private static final String MEMORY = "256m";

    private final Sandboxes sandboxes;
    private final DatasetProfiles profiles;
    private final Clock clock;

    /** One at a time: a trial takes a core for a moment, and a page may be pressed often. */
    private final Semaphore running = new Semaphore(1);

    Trials(Sandboxes sandboxes, DatasetProfiles profiles, Clock clock) {
        this.sandboxes = sandboxes;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * @param uploads public files that were chosen beside the text
     * @throws dari.provisioner.BadInput naming the place in the text that is wrong
     * @throws RuleBrokenException when the hospital signed no profile of the source, or another trial runs
     */
    @HospitalSteward
    public RecipePreview of(SandboxId id, String text, List<RecipeUpload> uploads) {
        Profile profile = profiles.preview(sandboxes.show(id).project().offer())
                .orElseThrow(() -> new RuleBrokenException("recipes.trial.noProfile"))
                .profile();
        List<SampleTable> samples = SampleRows.of(profile, ROWS);
        Map<String, Set<String>> columns = samples.stream()
                .collect(Collectors.toMap(table -> lower(table.name()), table -> lower(table.columns())));
        if (RecipeGoal.of(text) == RecipeGoal.SYNTHESIZE) {
            SynthesisForSamples trimmed = SynthesisForSamples.of(sandboxes.draft(id, text, uploads), columns);
            return alone(trimmed.bundle(), samples, trimmed.missing(), true);
        }
        RecipeForSamples trimmed = RecipeForSamples.of(text, columns);
        return alone(sandboxes.draft(id, trimmed.text(), List.of()), samples, trimmed.missing(), false);
    }

    private RecipePreview alone(
            RecipeBundle bundle, List<SampleTable> samples, List<String> missing, boolean synthetic) {
        if (!running.tryAcquire()) {
            throw new RuleBrokenException("recipes.trial.busy");
        }
        try {
            return run(bundle, samples, missing, synthetic);
        } finally {
            running.release();
        }
    }

    private RecipePreview run(RecipeBundle bundle, List<SampleTable> samples, List<String> missing, boolean synthetic) {
        try {
            Path folder = Files.createTempDirectory("trial");
            try {
                Path source = folder.resolve("source");
                SampleFiles.write(samples, source);
                Recipe recipe = bundle.writtenTo(folder.resolve("recipe"));
                ProvisioningRequest request = ProvisioningRequest.of(source, recipe, folder.resolve("release"))
                        .withMemory(MEMORY);
                Synthesis synthesis = recipe.synthesis();
                Outcome outcome = new Provisioning(clock)
                        .run(
                                synthesis == null
                                        ? request
                                        : request.spendingFrom(ledger(folder.resolve("ledger"), synthesis)),
                                Progress.SILENT);
                return outcome instanceof Outcome.Released released
                        ? new RecipePreview(
                                tables(new Release(released.directory()), samples), missing, List.of(), synthetic)
                        : new RecipePreview(List.of(), missing, reasons(outcome), synthetic);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ledger of the trial's own, which pays for this once: nothing of a hospital's is spent on rows nobody stands behind. */
    private Path ledger(Path file, Synthesis synthesis) {
        Ledger.open(file, clock)
                .openAccount(
                        synthesis.dataset(),
                        synthesis.population(),
                        synthesis.epsilon(),
                        synthesis.delta(),
                        "trial on invented rows",
                        "trial");
        return file;
    }

    private static List<String> reasons(Outcome outcome) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return outcome.assessment().reasons().stream()
                .map(reason -> english ? reason.en() : reason.ko())
                .toList();
    }

    private static List<RecipePreview.Table> tables(Release release, List<SampleTable> samples) {
        List<RecipePreview.Table> tables = new ArrayList<>();
        release.dictionary().tables().forEach(released -> {
            RecipePreview.Rows after = read(release.csv(released.name()));
            samples.stream()
                    .filter(table -> table.name().equalsIgnoreCase(released.name()))
                    .findFirst()
                    .ifPresent(table -> tables.add(
                            new RecipePreview.Table(released.name(), before(table, after.columns()), after)));
        });
        return tables;
    }

    /** The columns that leave, in their order there: what is dropped is said by the recipe. */
    private static RecipePreview.Rows before(SampleTable table, List<String> columns) {
        List<String> names = table.columns().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        List<Integer> places = columns.stream()
                .map(name -> names.indexOf(name.toLowerCase(Locale.ROOT)))
                .toList();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (List<@Nullable String> row :
                table.rows().subList(0, Math.min(SHOWN, table.rows().size()))) {
            List<@Nullable String> shown = new ArrayList<>();
            places.forEach(place -> shown.add(place < 0 ? null : row.get(place)));
            rows.add(shown);
        }
        return new RecipePreview.Rows(columns, rows);
    }

    private static RecipePreview.Rows read(Path csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(text)) {
            List<List<@Nullable String>> rows = StreamSupport.stream(parser.spliterator(), false)
                    .limit(SHOWN)
                    .map(CSVRecord::toList)
                    .<List<@Nullable String>>map(ArrayList::new)
                    .toList();
            return new RecipePreview.Rows(parser.getHeaderNames(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> lower(List<String> names) {
        return names.stream().map(Trials::lower).collect(Collectors.toSet());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
