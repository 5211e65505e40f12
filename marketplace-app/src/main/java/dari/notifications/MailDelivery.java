package dari.notifications;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.util.StreamProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

@Configuration(proxyBeanMethods = false)
class MailDelivery {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    static {
        // named once: left to itself the mail library looks through every jar for it, for each header it encodes
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    @Bean
    OneTimeTask<Mail> sendMail(
            JavaMailSender sender, MessageSource messages, NoticeWords words, @Value("${dari.mail.from}") String from) {
        return Tasks.oneTime(Postbox.SEND_MAIL)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, context) -> {
                    Mail mail = instance.getData();
                    Locale locale = Locale.forLanguageTag(mail.language());
                    Object[] arguments = words.of(mail.arguments(), locale).toArray();
                    String body = messages.getMessage(mail.bodyKey(), arguments, locale);
                    MailAttachment attachment = mail.attachment();
                    sender.send(letter -> {
                        MimeMessageHelper helper =
                                new MimeMessageHelper(letter, attachment != null, StandardCharsets.UTF_8.name());
                        helper.setFrom(from);
                        helper.setTo(mail.to());
                        helper.setSubject(messages.getMessage(mail.subjectKey(), arguments, locale));
                        helper.setText(text(mail, body, messages, locale));
                        if (mail.stop() != null) { // one press in the reader's mail program: RFC 8058
                            letter.addHeader("List-Unsubscribe", "<" + mail.stop() + ">");
                            letter.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
                        }
                        if (attachment != null) {
                            byte[] content = attachment.text().getBytes(StandardCharsets.UTF_8);
                            helper.addAttachment(attachment.name(), new ByteArrayResource(content), attachment.type());
                        }
                    });
                });
    }

    private static String text(Mail mail, String body, MessageSource messages, Locale locale) {
        String text = mail.link() == null ? body : body + "\n\n" + mail.link() + "\n";
        return mail.stop() == null
                ? text
                : text + "\n-- \n" + messages.getMessage("letters.stop.line", null, locale) + "\n" + mail.stop() + "\n";
    }
}
