package dari.provisioner.cli;

import dari.provisioner.release.ReleaseVerifier;
import dari.provisioner.release.SigningKeys;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = "Checks a release: exit 3 on any change, addition or loss.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Release folder.")
    private Path directory = Path.of("");

    @Option(names = "--public-key", description = "The hospital's Ed25519 public key, PEM.")
    private @Nullable Path publicKey;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ReleaseVerifier.Checked checked =
                ReleaseVerifier.verify(directory, publicKey == null ? null : SigningKeys.readPublic(publicKey));
        console.out()
                .println(
                        switch (checked) {
                            case HASHES_AND_SIGNATURE -> directory + ": unchanged, signed by this key";
                            case HASHES_ONLY ->
                                directory + ": hashes fit; only hashes were checked, since no --public-key was given";
                        });
        return ExitCode.DONE.number();
    }
}
