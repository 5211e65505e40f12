package dari.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dari.kernel.IdBytes;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server that keeps what the application sends. */
@TestConfiguration
public class Letters {

    private static final String NOTICE = "/notifications/";

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final ObjectProvider<JdbcClient> database;

    Letters(ObjectProvider<JdbcClient> database) {
        this.database = database;
        server.start();
    }

    @Bean
    DynamicPropertyRegistrar mailServer() {
        return registry ->
                registry.add("spring.mail.port", () -> server.getSmtp().getPort());
    }

    /** Waits for a letter to this address and returns its text. */
    public String textTo(String address) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> Arrays.stream(server.getReceivedMessages())
                                .filter(letter -> isTo(letter, address))
                                .reduce((first, second) -> second)
                                .map(Letters::text)
                                .orElse(""),
                        text -> !text.isEmpty());
    }

    /** The files of this name in all letters to this address, one behind the other, as soon as there is one. */
    public String attachmentsTo(String address, String name) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> Arrays.stream(server.getReceivedMessages())
                                .filter(letter -> isTo(letter, address))
                                .map(letter -> attachment(letter, name))
                                .collect(Collectors.joining()),
                        text -> !text.isEmpty());
    }

    private static String attachment(Message letter, String name) {
        try {
            if (letter.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    if (name.equals(parts.getBodyPart(i).getFileName())) {
                        return new String(parts.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
            return "";
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many letters came to this address so far. */
    public long countTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> isTo(letter, address))
                .count();
    }

    /** Waits for a letter to this address and returns where its link leads: path and query. */
    public String linkTo(String address) {
        Matcher link = LINK.matcher(textTo(address));
        if (!link.find()) {
            throw new AssertionError("no link in the letter");
        }
        String path = link.group().replaceFirst("https?://[^/]+", "");
        return path.startsWith(NOTICE) ? placeOf(UUID.fromString(path.substring(NOTICE.length()))) : path;
    }

    private String placeOf(UUID notice) {
        return database.getObject()
                .sql("SELECT link FROM notification WHERE id = ?")
                .param(IdBytes.of(notice))
                .query(String.class)
                .single();
    }

    /** A header of the last letter to this address, once there is one. */
    public String headerTo(String address, String name) {
        textTo(address);
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> isTo(letter, address))
                .reduce((first, second) -> second)
                .map(letter -> header(letter, name))
                .orElse("");
    }

    private static String header(Message letter, String name) {
        try {
            String[] values = letter.getHeader(name);
            return values == null ? "" : values[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Message letter) {
        try {
            return letter.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(Message letter, String address) {
        try {
            return letter.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
