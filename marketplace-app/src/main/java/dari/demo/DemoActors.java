package dari.demo;

import dari.accounts.Accounts;
import dari.kernel.Actor;
import dari.kernel.SecondStep;
import dari.kernel.UserId;
import dari.organizations.OrganizationMembership;
import dari.organizations.Organizations;
import dari.web.MemberAuthentication;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets the demo act as one of its people, with that person's rights and no others. */
@Component
@Profile("demo")
class DemoActors {

    private final Accounts accounts;
    private final Organizations organizations;

    DemoActors(Accounts accounts, Organizations organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    <T> T as(String email, Supplier<T> act) {
        UserId user = accounts.findByEmail(email).orElseThrow();
        OrganizationMembership home = organizations.membershipsOf(user).get(0);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new MemberAuthentication(
                new Actor(user, home.organization().id(), home.organization().face(), home.roles()),
                home.organization(),
                List.of(FactorGrantedAuthority.fromAuthority(SecondStep.AUTHORITY))));
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContextHolder.setContext(context);
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
