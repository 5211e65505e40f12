package dari.notifications;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
class MailDelivery {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    @Bean
    OneTimeTask<Mail> sendMail(JavaMailSender sender, MessageSource messages, @Value("${dari.mail.from}") String from) {
        return Tasks.oneTime(Postbox.SEND_MAIL)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, context) -> {
                    Mail mail = instance.getData();
                    Locale locale = Locale.forLanguageTag(mail.language());
                    Object[] arguments = mail.arguments().toArray();
                    SimpleMailMessage letter = new SimpleMailMessage();
                    letter.setFrom(from);
                    letter.setTo(mail.to());
                    letter.setSubject(messages.getMessage(mail.subjectKey(), arguments, locale));
                    String body = messages.getMessage(mail.bodyKey(), arguments, locale);
                    letter.setText(mail.link() == null ? body : body + "\n\n" + mail.link() + "\n");
                    sender.send(letter);
                });
    }
}
