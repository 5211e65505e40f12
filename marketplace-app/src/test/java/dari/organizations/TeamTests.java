package dari.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.springframework.security.access.AccessDeniedException;

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
}
