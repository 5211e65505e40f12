package dari.soak;

import dari.accounts.Accounts;
import dari.accounts.NewAccount;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.organizations.NewOrganization;
import dari.organizations.OrganizationMembership;
import dari.organizations.Organizations;
import dari.organizations.Verification;
import dari.support.ActAs;
import dari.support.People;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The soak's people, found by their address whenever the application was started again; made where they are missing. */
final class Cast {

    static final int HOSPITALS = 6;
    static final int REVIEWERS = 4;

    private static final int STARTUPS_FROM = 1_000;
    private static final String PASSWORD = "dari-soak-2026";

    private final Organizations organizations;
    private final Accounts accounts;

    Cast(Organizations organizations, Accounts accounts) {
        this.organizations = organizations;
        this.accounts = accounts;
    }

    /** Everybody who is there before the first project. */
    void gather() {
        organization("program", 1, Face.PROGRAM, "administrator", Set.of(Role.PROGRAM_ADMINISTRATOR));
        colleague("administrator@program", "finance@program", Role.PROGRAM_FINANCE);
        for (int i = 0; i < REVIEWERS; i++) {
            colleague("administrator@program", "reviewer" + i + "@program", Role.PROGRAM_REVIEWER);
        }
        for (int i = 0; i < HOSPITALS; i++) {
            String home = hospital(i);
            organization(
                    home, 2 + i, Face.HOSPITAL, "office", EnumSet.of(Role.HOSPITAL_OFFICE, Role.HOSPITAL_SIGNATORY));
            String office = "office@" + home;
            colleague(office, "steward@" + home, Role.HOSPITAL_STEWARD);
            colleague(office, "board@" + home, Role.HOSPITAL_BOARD);
            colleague(office, "second@" + home, Role.HOSPITAL_BOARD);
            colleague(office, "privacy@" + home, Role.HOSPITAL_PRIVACY);
        }
    }

    static String hospital(int place) {
        return "hospital" + place;
    }

    ActAs administrator() {
        return find("administrator@program").orElseThrow();
    }

    ActAs finance() {
        return find("finance@program").orElseThrow();
    }

    List<ActAs> reviewers() {
        return IntStream.range(0, REVIEWERS)
                .mapToObj(i -> find("reviewer" + i + "@program").orElseThrow())
                .toList();
    }

    ActAs reviewer(UUID person) {
        return reviewers().stream()
                .filter(one -> one.actor().user().value().equals(person))
                .findFirst()
                .orElseThrow();
    }

    ActAs at(String home, String name) {
        return find(name + "@" + home).orElseThrow();
    }

    /** The one person of a startup, made with it when the project begins. */
    ActAs startup(int place) {
        String home = "startup" + place;
        organization(home, STARTUPS_FROM + place, Face.STARTUP, "founder", EnumSet.copyOf(Role.of(Face.STARTUP)));
        return at(home, "founder");
    }

    private void organization(String home, int number, Face face, String founder, Set<Role> roles) {
        String address = founder + "@" + home;
        if (find(address).isEmpty()) {
            organizations.establish(
                    new NewOrganization(
                            face, "기관 " + home, "Organisation " + home, People.registrationNumber(number), "KR", null),
                    account(address),
                    roles);
        }
        ActAs person = find(address).orElseThrow();
        if (!person.organization().isVerified()) {
            organizations.verificationDecided(person.organization().id(), Verification.VERIFIED);
        }
    }

    private void colleague(String of, String address, Role role) {
        if (find(address).isEmpty()) {
            OrganizationId organization = find(of).orElseThrow().organization().id();
            organizations.addMember(organization, account(address), Set.of(role));
        }
    }

    private static NewAccount account(String address) {
        return new NewAccount(email(address), address, PASSWORD, "ko");
    }

    private static String email(String address) {
        return address + ".example";
    }

    private Optional<ActAs> find(String address) {
        return accounts.findByEmail(email(address)).map(user -> {
            OrganizationMembership home = organizations.membershipsOf(user).get(0);
            return new ActAs(
                    new Actor(
                            user, home.organization().id(), home.organization().face(), home.roles()),
                    home.organization(),
                    email(address));
        });
    }
}
