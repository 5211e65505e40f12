package dari.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.People;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@DariTest
class TeamTests {

    @Autowired
    Teams teams;

    @Autowired
    Organizations organizations;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void anInvitedColleagueJoinsWithTheRolesOfTheInvitation() {
        ActAs office = people.aHospital();
        String address = "steward-" + office.actor().user().value() + "@hospital.example";
        office.run(() -> teams.invite(address, Set.of(Role.HOSPITAL_STEWARD), "ko"));

        SecretToken token = new SecretToken(letters.linkTo(address).replaceFirst(".*token=", ""));
        teams.accept(token, "박담당", People.PASSWORD, "ko");

        assertThat(organizations.members(office.organization().id()))
                .anyMatch(m -> m.name().equals("박담당") && m.roles().equals(Set.of(Role.HOSPITAL_STEWARD)));
        assertThatThrownBy(() -> teams.accept(token, "또", People.PASSWORD, "ko"))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void onlyTheOfficeInvites() {
        ActAs steward = people.colleagueOf(people.aHospital(), Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> steward.run(() -> teams.invite("x@y.example", Set.of(Role.HOSPITAL_BOARD), "ko")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobodyGivesRolesOfAnotherSide() {
        ActAs office = people.aHospital();
        assertThatThrownBy(
                        () -> office.run(() -> teams.invite("x2@y.example", Set.of(Role.PROGRAM_ADMINISTRATOR), "ko")))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void theFirstAdministratorIsInvitedOnceIntoAMarketplaceWithoutAnOffice() {
        String address = "first@office.example";
        NewOrganization office = new NewOrganization(
                Face.PROGRAM, "운영기관", "Office", new BusinessRegistrationNumber("3141509262"), "KR", null);
        people.anAdministrator();
        assertThat(teams.openOffice(office, address)).isFalse();

        transactions.executeWithoutResult(marketplace -> {
            database.sql("UPDATE organization SET face = 'STARTUP' WHERE face = 'PROGRAM'")
                    .update();
            assertThat(teams.openOffice(office, address)).isTrue();
            assertThat(teams.openOffice(office, address)).isFalse();
            OrganizationFacts opened = organizations.all(Face.PROGRAM).get(0);
            assertThat(opened.verification()).isEqualTo(Verification.VERIFIED);
            assertThat(organizations.members(opened.id())).isEmpty();
            assertThat(invitations.findByOrganizationAndAcceptedAtIsNullOrderById(opened.id()))
                    .singleElement()
                    .satisfies(invitation -> {
                        assertThat(invitation.email()).isEqualTo(address);
                        assertThat(invitation.roles()).contains(Role.PROGRAM_ADMINISTRATOR);
                    });
            marketplace.setRollbackOnly();
        });
    }
}
