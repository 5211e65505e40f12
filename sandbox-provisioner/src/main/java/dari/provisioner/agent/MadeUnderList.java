package dari.provisioner.agent;

import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.exclude.Exclusions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a job made is kept until it is handed over. When the exclusion list goes on meanwhile, it is made again: the patient who
 * asked in between is in it.
 */
final class MadeUnderList {

    static final String HEAD = "exclusions.head";

    private final PrintStream log;

    MadeUnderList(PrintStream log) {
        this.log = log;
    }

    void require(Job job, Path folder, @Nullable Exclusions exclusions) throws IOException {
        Path file = folder.resolve(HEAD);
        String head = exclusions == null ? "" : exclusions.head();
        if (Files.exists(file) && !Files.readString(file).equals(head)) {
            log.println("job " + job.jobId() + ": the exclusion list went on, what was made is made again");
            empty(folder);
        }
        Files.writeString(file, head);
    }

    private static void empty(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
