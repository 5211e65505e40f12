package dari.provisioner.cli;

import dari.provisioner.pipeline.PseudonymKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "key", description = "The secret that pseudonyms are made with.", mixinStandardHelpOptions = true)
final class KeyCommand {

    private final Console console;

    KeyCommand(Console console) {
        this.console = console;
    }

    @Command(name = "rotate", description = "Makes a key file, or adds a newer key to it; older releases keep theirs.")
    int rotate(
            @Option(names = "--key-file", required = true, description = "File to make or to add to.") Path keyFile) {
        int generation = PseudonymKey.rotate(keyFile, new SecureRandom());
        console.out().println(keyFile + ": generation " + generation + " is the newest key now");
        return ExitCode.DONE.number();
    }
}
