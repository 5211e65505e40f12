package dari.load;

import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Takes every letter and sends none: nobody of a seeded marketplace has a mailbox, and none is tried again and again. */
@TestComponent
class NoLetters extends JavaMailSenderImpl {

    @Override
    protected void doSend(MimeMessage[] letters, Object @Nullable [] originals) {}
}
