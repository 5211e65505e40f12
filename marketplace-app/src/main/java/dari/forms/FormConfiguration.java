package dari.forms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.kernel.CurrentActor;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

@Configuration(proxyBeanMethods = false)
class FormConfiguration implements WebMvcConfigurer {

    private static final Duration CLEANING = Duration.ofHours(1);

    private final EditedThings editedThings;

    FormConfiguration(EditedThings editedThings) {
        this.editedThings = editedThings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(editedThings);
    }

    /** Around the one of Spring Security, which there can be only one of. */
    @Bean
    static BeanPostProcessor formFields(ObjectProvider<CurrentActor> currentActor) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor security
                        ? new FormFields(security, currentActor)
                        : bean;
            }
        };
    }

    /** Made for the pages' security chain alone: it must come after the question who this is. */
    @Bean
    OneSubmission oneSubmission(Submissions submissions, CurrentActor currentActor) {
        return new OneSubmission(submissions, currentActor);
    }

    @Bean
    FilterRegistrationBean<OneSubmission> notInEveryChain(OneSubmission filter) {
        FilterRegistrationBean<OneSubmission> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    RecurringTask<Void> forgetSubmissions(Submissions submissions) {
        return Tasks.recurring("forget-submissions", FixedDelay.of(CLEANING))
                .execute((instance, context) -> submissions.forgetOld());
    }
}
