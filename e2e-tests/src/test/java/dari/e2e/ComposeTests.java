package dari.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be known of the compose file without an engine that runs it. */
class ComposeTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCKER = ROOT.resolve("docker");
    private static final Path SETTINGS = ROOT.resolve("marketplace-app/src/main/resources");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?.+}");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|KEY)");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void everyServiceTellsWhetherItIsWell() {
        assertThat(services).containsOnlyKeys("mysql", "elasticsearch", "mail", "application", "agent");
        assertThat(services.values())
                .allSatisfy(service -> assertThat(service)
                        .extractingByKey("healthcheck")
                        .extracting("test")
                        .isNotNull());
    }

    @Test
    void everyImageIsPinnedAndEveryBuildFileIsThere() throws IOException {
        for (Map<String, Object> service : services.values()) {
            if (service.get("build") instanceof Map<?, ?> build) {
                Path file = ROOT.resolve((String) build.get("dockerfile"));
                assertThat(Files.readAllLines(file))
                        .filteredOn(line -> line.startsWith("FROM "))
                        .isNotEmpty()
                        .allMatch(line -> line.matches("FROM [a-z/-]+:[\\w.-]*\\d[\\w.-]*( AS \\w+)?"));
                assertThat(Files.readString(file)).contains("\nUSER dari\n", "\nHEALTHCHECK ");
            } else {
                assertThat((String) service.get("image")).matches("[a-z/]+:v?\\d+\\.\\d+[\\w.-]*");
            }
        }
    }

    @Test
    void noSecretStandsInAFileAndTheExampleNamesEveryOne() throws IOException {
        Properties example = new Properties();
        try (var in = Files.newBufferedReader(DOCKER.resolve(".env.example"))) {
            example.load(in);
        }
        assertThat(example.values()).as("values of the example").containsOnly("");
        List<Map.Entry<String, Object>> secrets = services.values().stream()
                .flatMap(service -> environment(service).entrySet().stream())
                .filter(variable -> SECRET.matcher(variable.getKey()).matches())
                .toList();
        assertThat(secrets).isNotEmpty().allSatisfy(variable -> {
            var reference = REQUIRED.matcher(variable.getValue().toString());
            if (reference.matches()) {
                assertThat(example).containsKey(reference.group(1));
            } else {
                // MySQL makes its root's password itself.
                assertThat(variable.getKey()).isEqualTo("MYSQL_RANDOM_ROOT_PASSWORD");
            }
        });
    }

    @Test
    void theApplicationKnowsEveryProfileAndVariableItIsGiven() throws IOException {
        Map<String, Object> given = environment(services.get("application"));
        StringBuilder known = new StringBuilder(Files.readString(SETTINGS.resolve("application.properties")));
        for (String profile : given.get("SPRING_PROFILES_ACTIVE").toString().split(",")) {
            known.append(Files.readString(SETTINGS.resolve("application-" + profile + ".properties")));
        }
        assertThat(given.keySet())
                .filteredOn(name -> !name.equals("SPRING_PROFILES_ACTIVE"))
                .allSatisfy(name -> assertThat(known.toString()).containsPattern("\\$\\{" + name + "[:}]"));
    }

    @Test
    void everyDependencyAndMountedVolumeExists() {
        Map<?, ?> volumes = (Map<?, ?>) compose().get("volumes");
        for (Map<String, Object> service : services.values()) {
            if (service.get("depends_on") instanceof Map<?, ?> needed) {
                assertThat(services.keySet())
                        .containsAll(
                                needed.keySet().stream().map(String.class::cast).toList());
            }
            for (Object mount : (List<?>) service.getOrDefault("volumes", List.of())) {
                String from = mount.toString().split(":")[0];
                assertThat(volumes.containsKey(from) || Files.exists(DOCKER.resolve(from)))
                        .as(from)
                        .isTrue();
            }
        }
    }

    private static Map<String, Object> environment(Map<String, Object> service) {
        return mapping(service.getOrDefault("environment", Map.of()));
    }

    @SuppressWarnings("unchecked") // a mapping of YAML whose keys are words
    private static <T> Map<String, T> mapping(Object node) {
        return (Map<String, T>) node;
    }

    private static Map<String, Map<String, Object>> services() {
        return mapping(compose().get("services"));
    }

    private static Map<String, Object> compose() {
        try (var in = Files.newBufferedReader(DOCKER.resolve("compose.yaml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
