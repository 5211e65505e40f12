package dari.matching.cli;

import dari.matching.IndexUnavailable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the command line. */
public final class Main {

    private static final int LONGEST_LINE = 600;

    private Main() {}

    public static void main(String[] args) {
        // the command line brings no logging backend; SLF4J would say so in lines of its own
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, new Console(out, err)));
    }

    /** The commands, in the order of the README. */
    private static List<Object> commands(Console console) {
        return List.of(
                new DecideCommand(),
                new DuoCommand(),
                new RankCommand(),
                new RankNeedsCommand(),
                new WhyCommand(),
                new ExposureCommand(console),
                new EvaluateCommand(console),
                new EvaluateShortCommand(console),
                new EvaluateBilingualCommand(console),
                new AssignCommand(console),
                VocabularyCommand.with(console),
                bench(console));
    }

    /** Made only when it is called, since it holds a vocabulary of its own, which takes longer than most commands. */
    private static CommandLine bench(Console console) {
        return new CommandLine(BenchCommand.class, new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == BenchCommand.class
                        ? type.cast(new BenchCommand(console))
                        : CommandLine.defaultFactory().create(type);
            }
        });
    }

    /** Runs one command; never throws and never ends the process. */
    public static int run(String[] args, Console console) {
        CommandLine line = new CommandLine(new Root(console));
        commands(console).forEach(line::addSubcommand);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, given) -> {
            console.err().println(oneLine(failure.getMessage()) + "; see --help");
            return ExitCode.BAD_INPUT.number();
        });
        line.setExecutionExceptionHandler(
                (failure, command, given) -> report(failure, console.err()).number());
        return line.execute(args);
    }

    private static ExitCode report(Exception failure, PrintStream err) {
        if (failure instanceof BadInput) {
            err.println(oneLine(failure.getMessage()));
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof IndexUnavailable
                || failure instanceof IOException
                || failure instanceof UncheckedIOException) {
            err.println(oneLine(failure.getMessage()) + "; try again when it is there");
            return ExitCode.SURROUNDINGS;
        }
        // an unexpected message may quote data: the place says enough
        StackTraceElement[] trace = failure.getStackTrace();
        err.println("internal error: " + failure.getClass().getSimpleName() + " at "
                + (trace.length == 0 ? "an unknown place" : trace[0]) + "; please report it");
        return ExitCode.BUG;
    }

    /** One line, however long or wild the input is that a message names. */
    static String oneLine(@Nullable String message) {
        String line = String.valueOf(message).replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
    }

    @Command(
            name = "matching-engine",
            description = "Who fits whom, what the data-use terms permit, and why.",
            mixinStandardHelpOptions = true,
            version = "dari matching-engine 0.1")
    private static final class Root implements Runnable {

        private final Console console;

        Root(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            CommandLine.usage(this, console.out());
        }
    }
}
