package dari.provisioner.agent;

import dari.provisioner.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the hospital lets its agent do, whatever the marketplace asks.
 *
 * @param sources names that jobs may use, with the directory of each
 * @param ledger file of the privacy ledger that pays for syntheses; null where nothing is synthesised
 */
record HospitalPolicy(
        Map<String, Path> sources,
        HospitalRules rules,
        @Nullable Path ledger) {

    HospitalPolicy(Map<String, Path> sources, HospitalRules rules) {
        this(sources, rules, null);
    }

    private record Sources(
            Map<String, String> sources, @Nullable String ledger) {}

    /** Reads both files; paths are relative to the file that names them. */
    static HospitalPolicy read(Path sourcesFile, Path policyFile) {
        Sources written = HospitalRules.parse(sourcesFile, Sources.class);
        String ledger = written.ledger();
        return new HospitalPolicy(
                sources(sourcesFile),
                HospitalRules.read(policyFile),
                ledger == null ? null : base(sourcesFile).resolve(ledger).normalize());
    }

    private static Path base(Path sourcesFile) {
        return Optional.ofNullable(sourcesFile.toAbsolutePath().getParent()).orElse(sourcesFile);
    }

    /** The directory of each source of a sources file. */
    static Map<String, Path> sources(Path sourcesFile) {
        Path base = base(sourcesFile);
        Map<String, Path> sources = new TreeMap<>();
        Sources written = HospitalRules.parse(sourcesFile, Sources.class);
        written.sources().forEach((name, directory) -> {
            if (!name.matches("[a-z0-9-]{1,60}")) {
                throw new BadInput(
                        sourcesFile.toString(), "source name " + name, "use small letters, digits and hyphens");
            }
            sources.put(name, base.resolve(directory).normalize());
        });
        return Map.copyOf(sources);
    }

    List<String> sourceNames() {
        return sources.keySet().stream().sorted().toList();
    }

    /** Why a source must not be used here; empty when it may. */
    Optional<HospitalRules.Objection> objection(String source) {
        return sources.containsKey(source)
                ? Optional.empty()
                : Optional.of(new HospitalRules.Objection("policy.source", source));
    }
}
