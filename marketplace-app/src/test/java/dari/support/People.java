package dari.support;

import dari.accounts.NewAccount;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.UserId;
import dari.organizations.BusinessRegistrationNumber;
import dari.organizations.Member;
import dari.organizations.NewOrganization;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.organizations.Verification;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Makes organisations and people for tests by the application's own services; each call a new one. */
@TestComponent
public class People {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Organizations organizations;

    People(Organizations organizations) {
        this.organizations = organizations;
    }

    /** The owner, signatory and data scientist of a new verified startup. */
    public ActAs aStartup() {
        return verified(Face.STARTUP, EnumSet.copyOf(Role.of(Face.STARTUP)));
    }

    /** The research office (and signatory) of a new verified hospital. */
    public ActAs aHospital() {
        return verified(Face.HOSPITAL, EnumSet.of(Role.HOSPITAL_OFFICE, Role.HOSPITAL_SIGNATORY));
    }

    /** The administrator of a new program office. */
    public ActAs anAdministrator() {
        return verified(Face.PROGRAM, EnumSet.of(Role.PROGRAM_ADMINISTRATOR));
    }

    public ActAs aFinance() {
        return verified(Face.PROGRAM, EnumSet.of(Role.PROGRAM_FINANCE));
    }

    public ActAs aReviewer() {
        return verified(Face.PROGRAM, EnumSet.of(Role.PROGRAM_REVIEWER));
    }

    /** An auditor of a new program office, who has no mandate yet. */
    public ActAs anAuditor() {
        return verified(Face.PROGRAM, EnumSet.of(Role.PROGRAM_AUDITOR));
    }

    /** Another person of the same organisation. */
    public ActAs colleagueOf(ActAs person, Role... roles) {
        int n = COUNT.incrementAndGet();
        Set<Role> set = Set.of(roles);
        OrganizationId id = person.organization().id();
        UserId user = organizations.addMember(id, account(n), set);
        return new ActAs(new Actor(user, id, person.organization().face(), set), person.organization(), email(n));
    }

    /** A new organisation that nobody has verified yet. */
    public ActAs unverified(Face face, Set<Role> roles) {
        int n = COUNT.incrementAndGet();
        OrganizationId id = organizations.establish(
                new NewOrganization(face, "기관 " + n, "Organisation " + n, registrationNumber(n), "KR", null),
                account(n),
                roles);
        Member founder = organizations.members(id).get(0);
        return new ActAs(new Actor(founder.user(), id, face, roles), organizations.facts(id), email(n));
    }

    private ActAs verified(Face face, Set<Role> roles) {
        ActAs person = unverified(face, roles);
        organizations.verificationDecided(person.organization().id(), Verification.VERIFIED);
        OrganizationFacts facts = organizations.facts(person.organization().id());
        return new ActAs(person.actor(), facts, person.email());
    }

    /** A valid number: nine digits of the count and the check digit that fits. */
    public static BusinessRegistrationNumber registrationNumber(int n) {
        String nine = "%09d".formatted(100_000_000 + n);
        for (int check = 0; check < 10; check++) {
            if (BusinessRegistrationNumber.isValid(nine + check)) {
                return new BusinessRegistrationNumber(nine + check);
            }
        }
        throw new IllegalStateException("no check digit for " + n);
    }

    private static NewAccount account(int n) {
        return new NewAccount(email(n), "담당자 " + n, PASSWORD, "ko");
    }

    private static String email(int n) {
        return "person" + n + "@example.org";
    }
}
