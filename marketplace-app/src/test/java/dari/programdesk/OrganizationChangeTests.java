package dari.programdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.VerificationDesk;
import dari.admin.VerificationView;
import dari.admin.verification.ChangeView;
import dari.admin.verification.OrganizationChanges;
import dari.admin.verification.OrganizationRecord;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.People;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class OrganizationChangeTests {

    private static final String NEW_NUMBER = "2208162517";

    @Autowired
    OrganizationChanges changes;

    @Autowired
    VerificationDesk verifications;

    @Autowired
    Organizations organizations;

    @Autowired
    People people;

    @Autowired
    History history;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;

    @BeforeEach
    void anOffice() {
        administrator = people.anAdministrator();
    }

    @Test
    void whatWasVerifiedStaysInForceUntilTheDeskAgrees() throws Exception {
        ActAs startup = people.aStartup();
        OrganizationFacts before = facts(startup);
        mvc.perform(post("/account/verification")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("name", "새이름")
                        .param("englishName", "New Name")
                        .param("number", "220-81-62517")
                        .param("address", "강원특별자치도 춘천시 호반로 1")
                        .param("why", "본점을 옮기고 상호를 바꿨습니다"))
                .andExpect(status().is3xxRedirection());
        assertThat(facts(startup)).isEqualTo(before);
        UUID change = startup.get(() -> changes.asked()).get(0).id();
        assertThatThrownBy(() -> startup.run(() -> changes.ask(renamed(startup, "또"), "", "까닭")))
                .isInstanceOf(ProgramRuleBrokenException.class)
                .hasMessage("records.rule.open");
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/program/changes/{id}", change)
                            .param("lang", language)
                            .with(administrator.signedIn()))
                    .andExpect(content().string(containsString("220-81-62517")))
                    .andExpect(content().string(containsString("새이름")))
                    .andExpect(content().string(not(containsString("??"))));
        }

        administrator.run(() -> changes.decide(change, true, "등기부와 같습니다"));

        OrganizationFacts after = facts(startup);
        assertThat(after.name()).isEqualTo("새이름");
        assertThat(after.registrationNumber().digits()).isEqualTo(NEW_NUMBER);
        assertThat(after.region()).isEqualTo("region:gangwon");
        assertThat(after.isVerified()).isTrue();
        HistoryLine line = last(startup, "organization.changed");
        assertThat(line.facts())
                .containsEntry("numberBefore", before.registrationNumber().digits())
                .containsEntry("numberAfter", NEW_NUMBER)
                .containsEntry("regionAfter", "region:gangwon");
        assertThat(line.note()).contains(before.name() + " → 새이름");
        assertThatThrownBy(() -> administrator.run(() -> changes.decide(change, false, "다시")))
                .hasMessage("records.rule.closed");
    }

    @Test
    void aRefusedOrWithdrawnRequestChangesNothing() {
        ActAs hospital = people.aHospital();
        OrganizationFacts before = facts(hospital);
        UUID refused = asked(hospital, "큰병원");
        administrator.run(() -> changes.decide(refused, false, "서류가 없습니다"));
        UUID withdrawn = asked(hospital, "더 큰 병원");
        ActAs other = people.aHospital();
        assertThatThrownBy(() -> other.run(() -> changes.withdraw(withdrawn)))
                .isInstanceOf(ProgramNotFoundException.class);
        hospital.run(() -> changes.withdraw(withdrawn));

        assertThat(facts(hospital)).isEqualTo(before);
        assertThat(hospital.get(() -> changes.asked()).stream().map(ChangeView::status))
                .containsExactly("WITHDRAWN", "REFUSED");
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> steward.run(() -> changes.ask(renamed(hospital, "몰래"), "", "까닭")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theDeskSeesWhoHasTheNewNumberAlready() {
        ActAs startup = people.aStartup();
        ActAs owner = people.aStartup();
        OrganizationFacts taken = facts(owner);
        UUID change = startup.get(() -> {
            OrganizationRecord present = changes.mine();
            changes.ask(
                    new OrganizationRecord(
                            present.name(),
                            present.englishName(),
                            taken.registrationNumber().digits(),
                            present.region()),
                    "",
                    "번호가 바뀌었습니다");
            return changes.asked().get(0).id();
        });
        assertThat(administrator.get(() -> changes.show(change)).others())
                .containsAnyOf(taken.name(), taken.name(Locale.ENGLISH));
    }

    @Test
    void aReturnedVerificationIsMendedAndHandedInAgain() throws Exception {
        ActAs fresh = people.unverified(Face.STARTUP, Set.of(Role.STARTUP_OWNER));
        UUID organization = fresh.organization().id().value();
        UUID verification = await().until(() -> verifications.of(organization), Optional::isPresent)
                .map(VerificationView::id)
                .orElseThrow();
        mvc.perform(get("/home").param("lang", "en").with(fresh.signedIn()))
                .andExpect(content().string(containsString("The program office is verifying your organisation")));
        mvc.perform(post("/program/verifications/{id}", verification)
                        .with(administrator.signedIn())
                        .with(csrf())
                        .param("decision", "return")
                        .param("reason", "번호가 등록증과 다릅니다"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/home").param("lang", "en").with(fresh.signedIn()))
                .andExpect(content().string(containsString("Your verification came back")));
        mvc.perform(get("/account/verification").with(fresh.signedIn()))
                .andExpect(content().string(containsString("번호가 등록증과 다릅니다")));

        boolean inForce = fresh.get(() -> {
            OrganizationRecord present = changes.mine();
            return changes.ask(
                    new OrganizationRecord(present.name(), present.englishName(), NEW_NUMBER, present.region()),
                    "",
                    "잘못 적었습니다");
        });
        assertThat(inForce).isTrue();
        fresh.run(() -> verifications.handInAgain());
        VerificationView again = administrator.get(() -> verifications.show(verification));
        assertThat(again.status()).isEqualTo("OPEN");
        assertThat(again.registrationNumber()).isEqualTo(NEW_NUMBER);
        administrator.run(() -> verifications.decide(verification, true, "이제 같습니다"));
        await().until(() -> facts(fresh).isVerified());
        assertThat(last(fresh, "verification.returned").note()).isEqualTo("번호가 등록증과 다릅니다");
    }

    private UUID asked(ActAs keeper, String name) {
        return keeper.get(() -> {
            changes.ask(renamed(keeper, name), "", "이름을 바꿨습니다");
            return changes.asked().get(0).id();
        });
    }

    private OrganizationRecord renamed(ActAs keeper, String name) {
        OrganizationFacts facts = facts(keeper);
        return new OrganizationRecord(
                name, facts.englishName(), facts.registrationNumber().digits(), facts.region());
    }

    private OrganizationFacts facts(ActAs person) {
        return organizations.facts(person.organization().id());
    }

    private HistoryLine last(ActAs person, String action) {
        return history.of(List.of(person.organization().id().value())).stream()
                .filter(line -> line.action().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
