package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.agent.Agents;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "agent",
        description = "Runs at the hospital: pulls jobs, obeys the hospital's files, sends signed releases.",
        mixinStandardHelpOptions = true)
final class AgentCommand {

    private static final String DEFAULT_STATE = "agent-state";

    private final Console console;

    AgentCommand(Console console) {
        this.console = console;
    }

    @Command(name = "enrol", description = "Registers this agent with a code from the hospital's desk.")
    int enrol(
            @Option(names = "--server", required = true, description = "Address of the marketplace.") String server,
            @Option(names = "--code", required = true, description = "The code, good for one use.") String code,
            @Option(names = "--credentials", required = true, description = "File to keep the agent's key in.")
                    Path credentials) {
        Agents.enrol(server, code, credentials);
        console.out().println("enrolled; the key is in " + credentials);
        return ExitCode.DONE.number();
    }

    /** What an agent works with. */
    static final class Files {

        @Option(names = "--credentials", required = true, description = "The file enrol wrote.")
        private Path credentials = Path.of("");

        @Option(names = "--sources", required = true, description = "YAML: name and directory of each source.")
        private Path sources = Path.of("");

        @Option(names = "--policy", required = true, description = "YAML: least k, forbidden columns, …")
        private Path policy = Path.of("");

        @Option(names = "--state", defaultValue = DEFAULT_STATE, description = "Where jobs and keys are kept.")
        private Path state = Path.of(DEFAULT_STATE);
    }

    @Command(name = "run", description = "Works until it is stopped.")
    int run(@Mixin Files files) {
        Agents.run(files.credentials, files.sources, files.policy, files.state, console.out(), console.clock());
        return ExitCode.DONE.number();
    }

    @Command(
            name = "carry",
            description = "Runs the job files of IN and writes one result file each to OUT, for separated networks.")
    int carry(
            @Parameters(paramLabel = "IN", description = "Directory with job files from the hospital's desk.") Path in,
            @Parameters(paramLabel = "OUT", description = "Directory for the results to hand in there.") Path out,
            @Mixin Files files) {
        Agents.carry(
                in, out, files.credentials, files.sources, files.policy, files.state, console.out(), console.clock());
        return ExitCode.DONE.number();
    }

    @Command(name = "approve", description = "The steward approves a recipe by its hash.")
    int approve(
            @Parameters(paramLabel = "HASH", description = "The recipe's hash.") String hash,
            @Option(names = "--by", defaultValue = "steward", description = "Who approves.") String who,
            @Option(names = "--state", defaultValue = DEFAULT_STATE, description = "Where jobs and keys are kept.")
                    Path state) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new BadInput(hash, "is not a recipe's hash", "give the 64 hexadecimal digits that the agent printed");
        }
        Agents.approve(hash, who, state, console.clock());
        console.out().println("approved " + hash);
        return ExitCode.DONE.number();
    }
}
