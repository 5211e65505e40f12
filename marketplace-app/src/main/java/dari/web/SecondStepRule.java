package dari.web;

import dari.admin.ForAdministrators;
import dari.admin.ForBindingOwners;
import dari.admin.ForPanelMembers;
import dari.admin.ForReviewers;
import dari.kernel.SecondStep;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;

/** The one place that asks for the second step: right after the question who may, before anything is read or changed. */
@Configuration(proxyBeanMethods = false)
class SecondStepRule {

    /** Where it is asked: at our own annotation, and for all who work at the program desk, which knows nothing of us. */
    private static final List<Class<? extends Annotation>> ASKED_AT = List.of(
            SecondStep.class,
            ForAdministrators.class,
            ForReviewers.class,
            ForPanelMembers.class,
            ForBindingOwners.class);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AuthorizationManagerBeforeMethodInterceptor secondStep() {
        AuthorizationManagerBeforeMethodInterceptor interceptor = new AuthorizationManagerBeforeMethodInterceptor(
                new AskedAt(),
                AllRequiredFactorsAuthorizationManager.<MethodInvocation>builder()
                        .requireFactor(factor -> factor.authority(SecondStep.AUTHORITY))
                        .build());
        interceptor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder() + 1);
        return interceptor;
    }

    private static final class AskedAt extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(Method method, Class<?> type) {
            return ASKED_AT.stream()
                    .anyMatch(annotation -> AnnotatedElementUtils.hasAnnotation(method, annotation)
                            || AnnotatedElementUtils.hasAnnotation(type, annotation));
        }
    }
}
