package dari.provisioner.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A session's folder among the system's temporary files, which holds a copy of a release. Its name says which process made it:
 * what a killed one left is removed by the next, so that no copy outlives the removal of its release.
 */
final class SessionFolder {

    private static final String PREFIX = "dari-query-";

    /** Process, and when that started: numbers of processes come back. */
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-(\\d{1,18})-.*");

    private SessionFolder() {}

    static Path make() throws IOException {
        ProcessHandle own = ProcessHandle.current();
        return Files.createTempDirectory(PREFIX + own.pid() + "-" + startOf(own) + "-");
    }

    /** Removes the folders of processes that are gone. */
    static void removeLeft() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> all = Files.list(temporary)) {
            for (Path folder : (Iterable<Path>) all.filter(SessionFolder::isLeft)::iterator) {
                remove(folder);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isLeft(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(maker -> startOf(maker) == Long.parseLong(name.group(2)))
                        .isEmpty();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
