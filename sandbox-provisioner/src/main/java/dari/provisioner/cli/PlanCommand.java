package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.json.Json;
import dari.provisioner.profile.Planning;
import dari.provisioner.profile.Profile;
import dari.provisioner.recipe.ProfileForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Writes the commented recipe that a profile suggests.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--profile", required = true, description = "File written by 'profile'.")
    private Path profile = Path.of("");

    @Option(
            names = "--goal",
            required = true,
            description = "deidentify (a recipe that synthesises is written by hand).")
    private String goal = "";

    @Option(names = "--out", required = true, description = "Recipe to write.")
    private Path out = Path.of("");

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!goal.equals("deidentify")) {
            throw new BadInput(
                    "--goal",
                    goal.equals("synthesize")
                            ? "a synthesis needs a public domain, which must not come from the data"
                            : "is not a goal",
                    goal.equals("synthesize")
                            ? "write that recipe by hand: see docs/synthesis.md"
                            : "use --goal deidentify");
        }
        Profile read = Json.read(profile, Profile.class, ProfileForm::check);
        String recipe = Planning.deidentify(read);
        try {
            Files.writeString(out, recipe, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + out, e);
        }
        console.out().println("recipe written to " + out + "; read every line before you approve it");
        return ExitCode.DONE.number();
    }
}
