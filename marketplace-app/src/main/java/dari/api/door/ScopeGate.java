package dari.api.door;

import dari.kernel.SecondStep;
import dari.secondfactor.SecondFactors;
import dari.tokens.PresentedToken;
import dari.tokens.Scope;
import dari.web.MemberAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a request through to a resource when its token has the scope; what names no scope is not there. */
@Configuration(proxyBeanMethods = false)
class ScopeGate implements HandlerInterceptor, WebMvcConfigurer {

    private final SecondFactors secondFactors;

    ScopeGate(SecondFactors secondFactors) {
        this.secondFactors = secondFactors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod resource)) {
            return true; // the pages' own files, which have nothing here
        }
        if (resource.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Scoped scoped = resource.getMethodAnnotation(Scoped.class);
        if (scoped == null) {
            throw new ProblemException(ProblemKind.NOT_FOUND);
        }
        PresentedToken token = ApiCaller.of(request).orElseThrow(() -> new ProblemException(ProblemKind.UNAUTHORIZED));
        Scope scope = scoped.value();
        if (!token.scopes().contains(scope)) {
            throw new ProblemException(Problem.of(ProblemKind.SCOPE, scope.code()));
        }
        if (scope.standsForSecondStep() && secondFactors.isOn(token.actor().user())) {
            standForSecondStep(token);
        }
        return true;
    }

    /** For reading alone: no resource under such a scope changes anything (a test). */
    private static void standForSecondStep(PresentedToken token) {
        FactorGrantedAuthority factor = FactorGrantedAuthority.withAuthority(SecondStep.AUTHORITY)
                .issuedAt(token.madeAt())
                .build();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new MemberAuthentication(token.actor(), token.organization(), List.of(factor)));
        SecurityContextHolder.setContext(context);
    }
}
