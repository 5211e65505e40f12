package dari.support;

import dari.kernel.Actor;
import dari.kernel.SecondStep;
import dari.organizations.OrganizationFacts;
import dari.web.MemberAuthentication;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A person of a test, who calls services or pages.
 *
 * @param secondStep whether the sign-in had its second step
 */
public record ActAs(Actor actor, OrganizationFacts organization, String email, boolean secondStep) {

    /** Signed in as those who do what this is about: with both steps. */
    public ActAs(Actor actor, OrganizationFacts organization, String email) {
        this(actor, organization, email, true);
    }

    /** The same person, who has set up no second step. */
    public ActAs withPasswordOnly() {
        return new ActAs(actor, organization, email, false);
    }

    private MemberAuthentication authentication() {
        return new MemberAuthentication(
                actor,
                organization,
                secondStep ? List.of(FactorGrantedAuthority.fromAuthority(SecondStep.AUTHORITY)) : List.of());
    }

    /** Calls a service as this person. */
    public <T> T get(Callable<T> call) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication());
            SecurityContextHolder.setContext(context);
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public void run(Runnable call) {
        get(() -> {
            call.run();
            return null;
        });
    }

    /** For MockMvc: {@code mvc.perform(get("/home").with(startup.signedIn()))}. */
    public RequestPostProcessor signedIn() {
        return SecurityMockMvcRequestPostProcessors.authentication(authentication());
    }
}
