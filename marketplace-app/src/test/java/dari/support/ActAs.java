package dari.support;

import dari.kernel.Actor;
import dari.organizations.OrganizationFacts;
import dari.web.MemberAuthentication;
import java.util.concurrent.Callable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A person of a test, who calls services or pages. */
public record ActAs(Actor actor, OrganizationFacts organization, String email) {

    /** Calls a service as this person. */
    public <T> T get(Callable<T> call) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new MemberAuthentication(actor, organization));
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
        return SecurityMockMvcRequestPostProcessors.authentication(new MemberAuthentication(actor, organization));
    }
}
