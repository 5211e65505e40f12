package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.agent.Agents;
import java.nio.file.Path;
import picocli.CommandLine.Command;
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

    @Command(name = "run", description = "Works until it is stopped.")
    int run(
            @Option(names = "--credentials", required = true, description = "The file enrol wrote.") Path credentials,
            @Option(names = "--sources", required = true, description = "YAML: name and directory of each source.")
                    Path sources,
            @Option(names = "--policy", required = true, description = "YAML: least k, forbidden columns, …")
                    Path policy,
            @Option(names = "--state", defaultValue = DEFAULT_STATE, description = "Where jobs and keys are kept.")
                    Path state) {
        Agents.run(credentials, sources, policy, state, console.out(), console.clock());
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
