package dari.provisioner.agent;

import dari.provisioner.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the hospital lets its agent do, whatever the marketplace asks.
 *
 * @param sources names that jobs may use, with the directory of each
 */
record HospitalPolicy(Map<String, Path> sources, HospitalRules rules) {

    private record Sources(Map<String, String> sources) {}

    /** Reads both files; directories are relative to the file that names them. */
    static HospitalPolicy read(Path sourcesFile, Path policyFile) {
        Path base =
                Optional.ofNullable(sourcesFile.toAbsolutePath().getParent()).orElse(sourcesFile);
        Map<String, Path> sources = new TreeMap<>();
        HospitalRules.parse(sourcesFile, Sources.class).sources().forEach((name, directory) -> {
            if (!name.matches("[a-z0-9-]{1,60}")) {
                throw new BadInput(
                        sourcesFile.toString(), "source name " + name, "use small letters, digits and hyphens");
            }
            sources.put(name, base.resolve(directory).normalize());
        });
        return new HospitalPolicy(Map.copyOf(sources), HospitalRules.read(policyFile));
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
