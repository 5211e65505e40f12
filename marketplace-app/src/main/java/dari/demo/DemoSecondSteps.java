package dari.demo;

import dari.secondfactor.SecondFactors;
import dari.secondfactor.Totp;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The authenticator app of the demo's people: sets up their second step by the service people use, keeps the secrets that
 * the service tells once in the demo's directory, and makes codes from them.
 */
@Component
@Profile("demo")
class DemoSecondSteps {

    private final DemoActors actors;
    private final SecondFactors factors;
    private final Clock clock;
    private final Path file;

    DemoSecondSteps(DemoActors actors, SecondFactors factors, Clock clock, @Value("${dari.home}") Path home) {
        this.actors = actors;
        this.factors = factors;
        this.clock = clock;
        this.file = home.toAbsolutePath().normalize().resolve("demo/second-steps.properties");
    }

    /** Sets up whoever has no second step yet. */
    void setUp(List<String> people) {
        Properties secrets = read();
        for (String email : people) {
            actors.as(email, () -> {
                if (!factors.mine().isOn()) {
                    String secret = factors.begin().secret();
                    factors.confirm(Totp.code(Totp.secret(secret), Totp.stepAt(clock.instant())));
                    secrets.setProperty(email, secret);
                }
                return email;
            });
        }
        write(secrets);
    }

    List<Codes> now() {
        long step = Totp.stepAt(clock.instant());
        Properties secrets = read();
        return secrets.stringPropertyNames().stream()
                .sorted()
                .map(email -> {
                    byte[] secret = Totp.secret(secrets.getProperty(email));
                    return new Codes(email, Totp.code(secret, step), Totp.code(secret, step + 1));
                })
                .toList();
    }

    private Properties read() {
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                secrets.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    private void write(Properties secrets) {
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                secrets.store(writer, "Second steps of the demo's people");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the person's app shows, and what it shows next; both are accepted. */
    record Codes(String email, String now, String next) {}
}
