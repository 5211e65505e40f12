package dari.auditors;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.Applications;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DariTest
class AuditorTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    Applications applications;

    @Autowired
    Mandates mandates;

    @Autowired
    AuditDesk desk;

    @Autowired
    History history;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private record Audited(UUID call, UUID application) {}

    private Audited aCall(ActAs startup) {
        journey.project(startup, people.aHospital(), anOffer("감사 대상", healthTerms()));
        var view = startup.get(() -> applications.mine()).get(0);
        return new Audited(view.call().id(), view.id());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Asia/Seoul")));
    }

    private UUID grant(ActAs auditor, UUID call, LocalDate from, LocalDate to) {
        return people.anAdministrator()
                .get(() -> mandates.grant(new NewMandate(auditor.actor().user(), Set.of(call), from, to, "정기 감사")));
    }

    private List<String> actions(UUID subject) {
        return history.of(List.of(subject)).stream().map(HistoryLine::action).toList();
    }

    @Test
    void seesExactlyTheCallsOfTheMandateAndEveryLookIsRecorded() throws Exception {
        ActAs startup = people.aStartup();
        Audited mine = aCall(startup);
        Audited other = aCall(people.aStartup());
        ActAs auditor = people.anAuditor();
        grant(auditor, mine.call(), today(), today());

        mvc.perform(get("/audits").with(auditor.signedIn())).andExpect(content().string(containsString("정기 감사")));
        mvc.perform(get("/audits/calls/{id}", mine.call()).with(auditor.signedIn()))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(containsString(startup.organization().name())));
        mvc.perform(get("/audits/applications/{id}", mine.application()).with(auditor.signedIn()))
                .andExpect(status().isOk());
        mvc.perform(get("/audits/calls/{id}/evidence.json", mine.call()).with(auditor.signedIn()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.applications[0].application.receipt").isNotEmpty())
                .andExpect(jsonPath("$.history").isNotEmpty());
        assertThat(actions(mine.call())).contains("audit.granted", "audit.callSeen", "audit.evidenceTaken");
        assertThat(actions(mine.application())).contains("audit.applicationSeen");

        for (String path : List.of(
                "/audits/calls/" + other.call(),
                "/audits/calls/" + other.call() + "/evidence.json",
                "/audits/applications/" + other.application())) {
            mvc.perform(get(path).with(auditor.signedIn())).andExpect(status().isNotFound());
        }
        assertThat(actions(other.call())).doesNotContain("audit.callSeen");
        assertThatThrownBy(() -> auditor.withPasswordOnly().get(() -> desk.call(mine.call())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void endsByItselfAfterItsLastDayAndDoesNotBeginBeforeItsFirst() {
        Audited audited = aCall(people.aStartup());
        ActAs early = people.anAuditor();
        grant(early, audited.call(), today().plusDays(1), today().plusDays(9));
        assertThatThrownBy(() -> early.get(() -> desk.call(audited.call()))).isInstanceOf(NotFoundException.class);
        assertThat(early.get(desk::mine)).extracting(MandateView::state).containsExactly(MandateState.COMING);

        Mandate mandate = new Mandate(
                UUID.randomUUID(),
                new NewMandate(early.actor().user(), Set.of(audited.call()), today(), today(), "감사"),
                early.actor().user(),
                clock.instant());
        assertThat(mandate.isInForce(today().minusDays(1))).isFalse();
        assertThat(mandate.isInForce(today())).isTrue();
        assertThat(mandate.isInForce(today().plusDays(1))).isFalse();
        assertThat(mandate.isOver(today().plusDays(1))).isTrue();
    }

    @Test
    void endsAtOnceWhenTheOfficeEndsIt() {
        Audited audited = aCall(people.aStartup());
        ActAs auditor = people.anAuditor();
        UUID mandate = grant(auditor, audited.call(), today(), today().plusDays(3));
        assertThat(auditor.get(() -> desk.call(audited.call())).applications()).isNotEmpty();
        for (int look = 0; look <= AuditDesk.MOST_LINES; look++) {
            auditor.get(() -> desk.call(audited.call(), 0, 20));
        }
        assertThat(auditor.get(() -> desk.call(audited.call(), 0, 20)).shown().history())
                .hasSize(AuditDesk.MOST_LINES)
                .allMatch(line -> line.action().equals("audit.callSeen"));
        assertThat(auditor.get(() -> desk.evidence(audited.call())).history()).hasSizeGreaterThan(AuditDesk.MOST_LINES);
        people.anAdministrator().run(() -> mandates.end(mandate));
        assertThatThrownBy(() -> auditor.get(() -> desk.call(audited.call()))).isInstanceOf(NotFoundException.class);
        assertThat(auditor.get(desk::mine)).isEmpty();
        assertThat(actions(audited.call())).contains("audit.ended");
    }

    @Test
    void isNobodyWhoHasAnotherRoleInTheProgram() {
        Audited audited = aCall(people.aStartup());
        ActAs administrator = people.anAdministrator();
        ActAs both = people.colleagueOf(administrator, Role.PROGRAM_AUDITOR, Role.PROGRAM_REVIEWER);
        assertThatThrownBy(() -> grant(both, audited.call(), today(), today()))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("auditors.rule.noAuditor");
        assertThatThrownBy(() -> grant(people.aReviewer(), audited.call(), today(), today()))
                .hasMessage("auditors.rule.noAuditor");
        assertThatThrownBy(() -> grant(people.anAuditor(), audited.call(), today().minusDays(9), today().minusDays(1)))
                .hasMessage("auditors.rule.past");
    }

    @Test
    void changesNothingByAnyRoute() throws Exception {
        ActAs startup = people.aStartup();
        Audited audited = aCall(startup);
        ActAs auditor = people.anAuditor();
        UUID mandate = grant(auditor, audited.call(), today(), today().plusDays(3));
        Map<String, UUID> ids =
                Map.of("call", audited.call(), "application", audited.application(), "mandate", mandate);
        List<String> before = actions(audited.application());
        List<String> callBefore = actions(audited.call());
        int walked = 0;
        for (var info : mappings.getHandlerMethods().keySet()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                for (String pattern : info.getPatternValues()) {
                    boolean own = pattern.matches("/(account|login|letters|agent|webhooks|error).*");
                    if (method == RequestMethod.GET || own) {
                        continue;
                    }
                    int answer = mvc.perform(request(HttpMethod.valueOf(method.name()), path(pattern, ids))
                                    .param("decision", "approve")
                                    .param("reason", "감사인이 바꾸려 합니다")
                                    .param("conflict", "false")
                                    .with(auditor.signedIn())
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    // the API knows no sessions: there nobody is signed in
                    assertThat(answer)
                            .as(method + " " + pattern)
                            .isIn(pattern.startsWith("/api/") ? List.of(401) : List.of(403, 404));
                    walked++;
                }
            }
        }
        assertThat(walked).isGreaterThan(40);
        assertThat(actions(audited.application())).isEqualTo(before);
        assertThat(actions(audited.call())).isEqualTo(callBefore);
        mvc.perform(get("/audits/calls/{id}", audited.call()).with(auditor.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("action=\"/audits"))));
    }

    private static URI path(String pattern, Map<String, UUID> ids) {
        return URI.create(VARIABLE.matcher(pattern)
                .replaceAll(found ->
                        ids.getOrDefault(found.group(1), UUID.randomUUID()).toString()));
    }
}
