package dari.provisioner.cli;

import dari.provisioner.engine.MemoryLimit;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Keeps a command to its {@code --memory} as a whole. Java takes as much heap as it was told at its start, a quarter of the
 * machine by default, and cannot be told later; so a command with that option, started without {@code -Xmx}, is started once
 * more with its share. The second process ends as soon as the first does, however that ends.
 */
final class BoundedHeap {

    private static final String OPTION = "--memory";

    /** Of the second process: whether the first has a terminal, since its own input is the first one's pipe. */
    private static final String TERMINAL = "dari.starter.terminal";

    /** Commands whose {@link #OPTION} is a size of the whole process. */
    private static final Set<String> COMMANDS = Set.of("profile", "provision", "attack", "bench");

    /** Java would begin with a 64th of the machine. */
    private static final String STARTING_HEAP = "32m";

    private static final int ENDED_WITH_STARTER = 143;

    private BoundedHeap() {}

    /** @return the exit code of the second process; empty when this one is to do the work */
    static OptionalInt run(String[] args, boolean terminal) {
        if (System.getProperty(TERMINAL) != null) {
            return OptionalInt.empty();
        }
        Optional<MemoryLimit> limit = limit(args);
        if (limit.isEmpty() || limit.get().heap() <= limit.get().heapShare()) {
            return OptionalInt.empty();
        }
        List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        if (given.stream().anyMatch(BoundedHeap::isHeapSize)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(started(command(limit.get(), given, terminal, args)));
        } catch (IOException e) { // then it runs here, as it does without the option
            return OptionalInt.empty();
        }
    }

    private static int started(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                process.destroy();
            }
        }
    }

    /** What the command line says; empty when it does not, or says what the command itself will complain of. */
    static Optional<MemoryLimit> limit(String... args) {
        if (args.length == 0 || !COMMANDS.contains(args[0])) {
            return Optional.empty();
        }
        if (Arrays.stream(args)
                .anyMatch(arg -> arg.contains("spark://"))) { // then it is of the engine beside Spark's driver
            return Optional.empty();
        }
        String size = "";
        for (int i = 1; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                size = args[i].substring(OPTION.length() + 1);
            } else if (args[i].equals(OPTION) && i + 1 < args.length) {
                size = args[i + 1];
            }
        }
        return MemoryLimit.isSize(size) ? Optional.of(MemoryLimit.of(size)) : Optional.empty();
    }

    static boolean isHeapSize(String javaOption) {
        return javaOption.startsWith("-Xmx")
                || javaOption.startsWith("-XX:MaxHeapSize")
                || javaOption.startsWith("-XX:MaxRAM");
    }

    /** The serial collector: it needs no memory of its own, and the work's garbage dies young. */
    static List<String> command(MemoryLimit limit, List<String> given, boolean terminal, String... args) {
        List<String> command = new ArrayList<>();
        command.add(String.join(File.separator, System.getProperty("java.home"), "bin", "java"));
        command.addAll(given);
        if (given.stream().noneMatch(option -> option.matches("-XX:\\+Use.*GC"))) {
            command.add("-XX:+UseSerialGC");
        }
        command.add("-Xms" + STARTING_HEAP);
        command.add("-Xmx" + (limit.heapShare() >> 20) + "m");
        command.add("-D" + TERMINAL + "=" + terminal);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(Arrays.asList(args));
        return command;
    }

    static boolean ofTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    /** In a second process: its input ends when the first one does, even if that was killed. */
    static void endWithStarter() {
        if (System.getProperty(TERMINAL) == null) {
            return;
        }
        Thread watch = new Thread(() -> awaitEnd(System.in), "starter");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // a broken pipe ends it as well
        }
        Runtime.getRuntime().halt(ENDED_WITH_STARTER);
    }
}
