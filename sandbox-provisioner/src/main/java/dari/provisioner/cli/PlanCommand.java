package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.json.Json;
import dari.provisioner.profile.Planning;
import dari.provisioner.profile.Profile;
import dari.provisioner.profile.SynthesisPlanning;
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
            description = "deidentify, or synthesize: then a domain is written beside the recipe.")
    private String goal = "";

    @Option(names = "--out", required = true, description = "Recipe to write.")
    private Path out = Path.of("");

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        switch (goal) {
            case "deidentify" -> write(out, Planning.deidentify(read()));
            case "synthesize" -> {
                Path domain = domainFile();
                SynthesisPlanning.Proposed proposed =
                        SynthesisPlanning.propose(read(), domain.getFileName().toString());
                write(domain, proposed.domain());
                write(out, proposed.recipe());
                console.out().println("domain written to " + domain + "; it must be public");
            }
            default -> throw new BadInput("--goal", "is not a goal", "use --goal deidentify or --goal synthesize");
        }
        console.out().println("recipe written to " + out + "; read every line before you approve it");
        return ExitCode.DONE.number();
    }

    private Profile read() {
        return Json.read(profile, Profile.class, ProfileForm::check);
    }

    /** Beside the recipe, under its name. */
    private Path domainFile() {
        String name = String.valueOf(out.getFileName()).replaceFirst("\\.ya?ml$", "");
        return out.resolveSibling(name + "-domain.json");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + file, e);
        }
    }
}
