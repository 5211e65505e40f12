package dari.provisioner.cli;

import dari.provisioner.Progress;
import dari.provisioner.ProvisionerException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // a failure is one line on standard error: nothing about missing log providers beside it
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        BoundedHeap.endWithStarter();
        OptionalInt bounded = BoundedHeap.run(args, isTerminal());
        if (bounded.isPresent()) {
            System.exit(bounded.getAsInt());
        }
        Progress progress = isTerminal() ? new TerminalProgress(err, Clock.systemUTC()).ticking() : Progress.SILENT;
        int code = run(args, new Console(out, err, progress, Clock.systemUTC()));
        System.exit(code);
    }

    /** The commands, in the order of the README. */
    private static List<Object> commands(Console console) {
        return List.of(
                new ProfileCommand(console),
                new PlanCommand(console),
                new SampleCommand(console),
                new ProvisionCommand(console),
                new AttackCommand(console),
                new ScrubCommand(console),
                new VerifyCommand(console),
                new LedgerCommand(console),
                new QueryWorkerCommand(console),
                new KeyCommand(console),
                new CommandLine(new AgentCommand(console)).addSubcommand(new ExcludeCommand(console)),
                new AuditCommand(console),
                new BenchCommand(console));
    }

    /** Runs one command; never throws and never ends the process. */
    public static int run(String[] args, Console console) {
        CommandLine line = new CommandLine(new Root(console));
        commands(console).forEach(line::addSubcommand);
        line.setOut(new java.io.PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((failure, given) -> {
            console.err().println(oneLine(failure.getMessage()) + "; see --help");
            return ExitCode.BAD_INPUT.number();
        });
        line.setExecutionExceptionHandler((failure, command, given) -> report(failure, console.err()));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) { // what is read into the heap is estimated first; an estimate may be wrong
            console.err().println("the Java heap is exhausted; start java with a larger -Xmx");
            return ExitCode.SURROUNDINGS.number();
        }
    }

    private static int report(Exception failure, PrintStream err) {
        if (failure instanceof ProvisionerException known) {
            err.println(oneLine(known.getMessage()));
            return ExitCode.of(known).number();
        }
        // an unexpected message may quote data: the place says enough
        StackTraceElement[] trace = failure.getStackTrace();
        err.println("internal error: " + failure.getClass().getSimpleName() + " at "
                + (trace.length == 0 ? "an unknown place" : trace[0]) + "; please report it");
        return ExitCode.BUG.number();
    }

    /** Since Java 22 a console exists in a pipe too and says itself whether it is a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        if (BoundedHeap.ofTerminal()) {
            return true;
        }
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    @CommandLine.Command(
            name = "sandbox-provisioner",
            description = "Turns a hospital's tables into a privacy-safe, attacked and signed release.",
            mixinStandardHelpOptions = true,
            version = "dari sandbox-provisioner 0.1")
    private static final class Root implements Runnable {

        private final Console console;

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        Root(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            if (spec != null) {
                spec.commandLine().usage(console.out());
            }
        }
    }
}
