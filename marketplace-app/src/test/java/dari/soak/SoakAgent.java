package dari.soak;

import dari.provisioner.Progress;
import dari.provisioner.cli.Console;
import dari.provisioner.cli.Main;
import java.nio.file.Path;
import java.util.Arrays;

/** The agent's command line as it is, by the soak's clock: {@code CLOCK-FILE agent run …}. */
final class SoakAgent {

    private SoakAgent() {}

    public static void main(String[] arguments) {
        SoakClock clock = SoakClock.at(Path.of(arguments[0]));
        System.exit(Main.run(
                Arrays.copyOfRange(arguments, 1, arguments.length),
                new Console(System.out, System.err, Progress.SILENT, clock)));
    }
}
