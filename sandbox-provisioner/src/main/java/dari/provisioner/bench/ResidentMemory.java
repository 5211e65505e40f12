package dari.provisioner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process ever held. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** In words, as the kernel counts it; says so where it does not. */
    static String peak() {
        try {
            if (Files.isReadable(STATUS)) {
                return Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line ->
                                "resident at most " + Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MiB")
                        .findFirst()
                        .orElse("peak memory not counted here");
            }
        } catch (IOException e) {
            return "peak memory could not be read";
        }
        return "peak memory not counted on this system";
    }
}
