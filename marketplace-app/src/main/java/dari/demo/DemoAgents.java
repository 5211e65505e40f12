package dari.demo;

import dari.agents.AgentDesk;
import dari.kernel.SecretToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Leaves an enrolment code where {@code ./run} finds it, for each demo hospital that has no agent yet. */
@Component
@Profile("demo")
class DemoAgents {

    private static final List<String> HOSPITALS = List.of("mulpure", "neoul");

    private final DemoActors actors;
    private final AgentDesk agents;
    private final Path folder;

    DemoAgents(DemoActors actors, AgentDesk agents, @Value("${dari.home}") Path home) {
        this.actors = actors;
        this.agents = agents;
        this.folder = home.toAbsolutePath().normalize().resolve("demo/agents");
    }

    void leaveCodes() {
        for (String hospital : HOSPITALS) {
            String steward = "steward@" + hospital + ".example";
            if (actors.as(steward, agents::mine).isEmpty()) {
                write(folder.resolve(hospital + ".code"), actors.as(steward, () -> agents.issueCode()));
            }
        }
    }

    private static void write(Path file, SecretToken code) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, code.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
