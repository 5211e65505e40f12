package dari.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.kernel.UserId;
import dari.support.ActAs;
import dari.support.Browser;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class TeamKeepingTests {

    @Autowired
    Teams teams;

    @Autowired
    TeamKeeping keeping;

    @Autowired
    Organizations organizations;

    @Autowired
    History history;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    MockMvc mvc;

    @Test
    void otherRolesCountAtTheNextRequest() throws Exception {
        ActAs office = people.aHospital();
        ActAs colleague = people.colleagueOf(office, Role.HOSPITAL_CLINICIAN);
        Browser browser = new Browser(mvc);
        browser.signIn(colleague.email(), People.PASSWORD);
        browser.open("/hospital/answers").andExpect(status().isForbidden());

        mvc.perform(post("/account/team/{member}", id(colleague))
                        .with(office.signedIn())
                        .with(csrf())
                        .param("roles", "HOSPITAL_OFFICE", "HOSPITAL_BOARD_SECRETARY"))
                .andExpect(redirectedUrl("/account"));
        browser.open("/hospital/answers").andExpect(status().isOk());
        assertThat(roles(office, colleague))
                .containsExactlyInAnyOrder(Role.HOSPITAL_OFFICE, Role.HOSPITAL_BOARD_SECRETARY);
        assertThat(letters.textTo(colleague.email()))
                .contains(office.organization().name());
        assertThat(history.of(List.of(office.organization().id().value())))
                .extracting(HistoryLine::action)
                .endsWith("organization.rolesChanged");
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/account/team/{member}", id(colleague))
                            .param("lang", language)
                            .with(office.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void theLastWhoKeepsATeamStaysUntilItIsHandedOver() throws Exception {
        ActAs owner = people.aStartup();
        ActAs scientist = people.colleagueOf(owner, Role.STARTUP_DATA_SCIENTIST);
        refused(owner, () -> keeping.leave(), "organizations.rule.lastKeeper");
        refused(
                owner,
                () -> keeping.changeRoles(owner.actor().user(), Set.of(Role.STARTUP_MEMBER)),
                "organizations.rule.lastKeeper");
        mvc.perform(post("/account/leave").with(owner.signedIn()).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("다른 사람에게 먼저 넘겨 주세요")));

        owner.run(() -> keeping.handOver(scientist.actor().user()));
        assertThat(roles(owner, scientist)).contains(Role.STARTUP_OWNER, Role.STARTUP_DATA_SCIENTIST);
        assertThat(roles(owner, owner)).doesNotContain(Role.STARTUP_OWNER);
        owner.run(() -> keeping.leave());
        assertThat(organizations.membershipsOf(owner.actor().user())).isEmpty();
        assertThat(organizations.members(owner.organization().id()))
                .extracting(Member::user)
                .containsExactly(scientist.actor().user());
    }

    @Test
    void theLastTwoCannotGoAtTheSameMoment() throws Exception {
        ActAs first = people.aHospital();
        ActAs second = people.colleagueOf(first, Role.HOSPITAL_OFFICE);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> leaves = List.of(() -> leaves(first), () -> leaves(second));
            List<Boolean> left = new ArrayList<>();
            for (Future<Boolean> future : both.invokeAll(leaves)) {
                left.add(future.get());
            }
            assertThat(left).containsExactlyInAnyOrder(true, false);
        } finally {
            both.shutdownNow();
        }
        assertThat(organizations.members(first.organization().id())).hasSize(1);
    }

    private boolean leaves(ActAs person) {
        try {
            person.run(() -> keeping.leave());
            return true;
        } catch (RuleBrokenException e) {
            return false;
        }
    }

    @Test
    void whoIsRemovedIsOutsideAtOnce() throws Exception {
        ActAs office = people.aHospital();
        ActAs steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        Browser browser = new Browser(mvc);
        browser.signIn(steward.email(), People.PASSWORD);
        browser.open("/hospital/offers").andExpect(status().isOk());
        office.run(() -> keeping.remove(steward.actor().user()));
        browser.open("/hospital/offers").andExpect(status().isForbidden());
        browser.open("/home").andExpect(redirectedUrl("/account/organizations"));
        browser.open("/account/organizations")
                .andExpect(content().string(containsString("You belong to no organisation")));
        refused(office, () -> keeping.remove(office.actor().user()), "organizations.rule.self");
    }

    @Test
    void onePersonWorksForTwoOrganisationsAndSwitches() throws Exception {
        ActAs startup = people.aStartup();
        ActAs office = people.aHospital();
        ActAs stranger = people.aHospital();
        office.run(() -> teams.invite(startup.email(), Set.of(Role.HOSPITAL_CLINICIAN), "ko"));
        String link = letters.linkTo(startup.email());
        assertThat(link).startsWith("/account/join?token=");
        SecretToken token = new SecretToken(link.replaceFirst(".*token=", ""));
        refused(stranger, () -> teams.join(token), "organizations.rule.otherAddress");

        Browser browser = new Browser(mvc);
        browser.signIn(startup.email(), People.PASSWORD);
        browser.open("/home")
                .andExpect(
                        content().string(containsString(startup.organization().englishName())))
                .andExpect(content().string(not(containsString("Switch organisation"))));
        browser.open(link)
                .andExpect(content().string(containsString(office.organization().englishName())));
        browser.submit("/account/join", "token", token.text()).andExpect(redirectedUrl("/home"));
        browser.open("/home")
                .andExpect(content().string(containsString(office.organization().englishName())))
                .andExpect(content().string(containsString("Switch organisation")));
        browser.open("/startup/needs").andExpect(status().isForbidden());
        browser.open("/account/organizations")
                .andExpect(
                        content().string(containsString(startup.organization().englishName())))
                .andExpect(content().string(not(containsString("??"))));
        browser.submit(
                        "/account/organizations",
                        "organization",
                        startup.organization().id().value().toString())
                .andExpect(redirectedUrl("/home"));
        browser.open("/startup/needs").andExpect(status().isOk());
        browser.open("/hospital/offers").andExpect(status().isForbidden());
        browser.submit(
                        "/account/organizations",
                        "organization",
                        stranger.organization().id().value().toString())
                .andExpect(status().isNotFound());
        assertThatThrownBy(() -> startup.run(() -> teams.join(token))).isInstanceOf(RuleBrokenException.class);
        refused(
                office,
                () -> teams.invite(startup.email(), Set.of(Role.HOSPITAL_BOARD), "ko"),
                "organizations.rule.member");
    }

    @Test
    void onlyWhoKeepsTheTeamChangesItAndOnlyItsOwn() {
        ActAs office = people.aHospital();
        ActAs board = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        UserId user = board.actor().user();
        for (Runnable call : List.<Runnable>of(
                () -> keeping.member(user),
                () -> keeping.changeRoles(user, Set.of(Role.HOSPITAL_BOARD)),
                () -> keeping.handOver(user),
                () -> keeping.remove(user))) {
            assertThatThrownBy(() -> board.run(call)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> people.aHospital().run(call)).isInstanceOf(NotFoundException.class);
        }
        refused(office, () -> keeping.changeRoles(user, Set.of(Role.STARTUP_OWNER)), "organizations.rule.roles");
        assertThat(Role.of(Face.HOSPITAL)).contains(Role.HOSPITAL_BOARD_SECRETARY);
    }

    private Set<Role> roles(ActAs team, ActAs person) {
        return organizations.members(team.organization().id()).stream()
                .filter(member -> member.user().equals(person.actor().user()))
                .findFirst()
                .orElseThrow()
                .roles();
    }

    private static Object id(ActAs person) {
        return person.actor().user().value();
    }

    private static void refused(ActAs person, Runnable call, String rule) {
        assertThatThrownBy(() -> person.run(call))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
