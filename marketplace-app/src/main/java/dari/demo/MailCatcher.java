package dari.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes every letter of the demo, whomever it is for, and keeps it in memory for the page that shows them. */
@Component
@Profile("demo")
class MailCatcher implements SmartLifecycle {

    private final GreenMail server;

    MailCatcher(@Value("${spring.mail.port}") int port) {
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Before the application sends its first letter. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    List<Letter> newestFirst() {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailCatcher::letter)
                .sorted(Comparator.comparing(Letter::at).reversed())
                .toList();
    }

    private static Letter letter(MimeMessage message) {
        try {
            String text = message.getContent().toString().strip();
            int link = text.lastIndexOf("http");
            return new Letter(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    link < 0 ? text : text.substring(0, link).strip(),
                    link < 0 ? null : text.substring(link),
                    message.getSentDate().toInstant());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the mail catcher could not read a letter", e);
        }
    }

    /** A caught letter; its link, if it ends with one, apart. */
    record Letter(
            String to,
            String subject,
            String text,
            @Nullable String link,
            Instant at) {}
}
