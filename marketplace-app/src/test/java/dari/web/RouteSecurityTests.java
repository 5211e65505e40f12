package dari.web;

import static dari.support.Marketplace.aBoard;
import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.admin.BoardRow;
import dari.admin.DecisionDesk;
import dari.admin.PageLinks;
import dari.admin.VerificationDesk;
import dari.admin.checks.DebarmentEntry;
import dari.admin.checks.Debarments;
import dari.admin.cohorts.CohortRuns;
import dari.admin.cohorts.CohortStatus;
import dari.admin.cohorts.Cohorts;
import dari.admin.cohorts.PreferenceLists;
import dari.admin.panel.Panels;
import dari.admin.reviewers.ReviewerProfiles;
import dari.admin.reviewers.TieKind;
import dari.admin.verification.OrganizationChanges;
import dari.admin.verification.OrganizationRecord;
import dari.agreements.AgreementTalks;
import dari.answers.AnswerContent;
import dari.answers.AnswerKind;
import dari.answers.AnswerTemplateId;
import dari.answers.AnswerTemplates;
import dari.approvals.Approvals;
import dari.approvals.RouteView;
import dari.auditors.Mandates;
import dari.auditors.NewMandate;
import dari.boards.Boards;
import dari.discovery.SearchQuery;
import dari.documents.AskedContent;
import dari.documents.AskedDocuments;
import dari.documents.DocumentContent;
import dari.documents.DocumentId;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.documents.Party;
import dari.documents.PartyKind;
import dari.duties.ProjectDuties;
import dari.exports.Exports;
import dari.hospitaldecisions.HospitalDecisions;
import dari.incidents.IncidentKind;
import dari.incidents.Incidents;
import dari.incidents.NewIncident;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.invitations.InvitationStatus;
import dari.invitations.Invitations;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.kernel.UserId;
import dari.matching.assignment.Optimal;
import dari.meetings.MeetingId;
import dari.meetings.MeetingStatus;
import dari.meetings.Meetings;
import dari.meetings.NewMeeting;
import dari.needs.NeedAudience;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.offers.Offers;
import dari.organizations.Teams;
import dari.projects.ProjectView;
import dari.quotes.Quotes;
import dari.sandboxes.Preparation;
import dari.sandboxes.Sandboxes;
import dari.savedsearches.Alert;
import dari.savedsearches.SavedSearchId;
import dari.savedsearches.SavedSearches;
import dari.support.ActAs;
import dari.support.ApiRoutes;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.OpenSandbox;
import dari.support.People;
import dari.tokens.ApiTokens;
import dari.tokens.NewToken;
import dari.tokens.Scope;
import dari.tokens.TokenView;
import dari.webhooks.EventKind;
import dari.webhooks.Webhooks;
import dari.workspace.Pages;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route there is, with every kind of stranger and the ids of somebody else's things. */
@DariTest
class RouteSecurityTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** What is public by intention, and who signs every request: agents, and Stripe (refusals: StripeTests). */
    private static final List<String> OPEN_TO_ALL = List.of(
            "/offers",
            "/calls",
            "/concepts",
            "/developers",
            "/api/openapi.json",
            "/register",
            "/alerts",
            "/letters",
            "/signup",
            "/login",
            "/password",
            "/principles",
            "/accessibility",
            "/privacy",
            "/error",
            "/agent/v1",
            "/webhooks/stripe",
            "/actuator");

    /** A published offer is shown to every startup. */
    private static final Set<String> SHARED = Set.of(
            "/startup/offers/{offer}",
            "/startup/offers/{offer}/plan",
            "/startup/offers/{offer}/plan/questions",
            "/startup/offers/{offer}/feasibility");

    /** By which lists are turned: the one of a page, or each of several. */
    private static final List<String> PARAMETERS =
            List.of("page", "lookPage", "backPage", "clawPage", "othersPage", "tokensPage");

    @Autowired
    Quotes quotes;

    @Autowired
    OpenSandbox openSandboxes;

    @Autowired
    Exports exports;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    Needs needs;

    @Autowired
    Offers offers;

    @Autowired
    Introductions introductions;

    @Autowired
    Invitations invitations;

    @Autowired
    Teams teams;

    @Autowired
    Meetings meetings;

    @Autowired
    AnswerTemplates answers;

    @Autowired
    Clock clock;

    @Autowired
    Documents documents;

    @Autowired
    AskedDocuments askedDocuments;

    @Autowired
    Preparation preparation;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Applications applications;

    @Autowired
    DecisionDesk decisions;

    @Autowired
    Panels panels;

    @Autowired
    HospitalDecisions hospitalDecisions;

    @Autowired
    VerificationDesk verifications;

    @Autowired
    OrganizationChanges changes;

    @Autowired
    SavedSearches savedSearches;

    @Autowired
    ReviewerProfiles profiles;

    @Autowired
    Boards boards;

    @Autowired
    Cohorts cohorts;

    @Autowired
    CohortRuns cohortRuns;

    @Autowired
    PreferenceLists lists;

    @Autowired
    ApiRoutes apiRoutes;

    @Autowired
    Webhooks webhooks;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Mandates mandates;

    @Autowired
    Approvals approvals;

    @Autowired
    AgreementTalks talks;

    @Autowired
    ProjectDuties duties;

    @Autowired
    JdbcClient database;

    @Autowired
    Debarments debarments;

    @Autowired
    Incidents incidents;

    private ActAs auditor;

    private record Route(HttpMethod method, String pattern) {}

    @Test
    void theApiAnswersNobodyWithoutATokenNorATokenWithoutTheScope() throws Exception {
        apiRoutes.refuseWithoutToken();
        for (ActAs person : List.of(people.aStartup(), people.aHospital(), people.anAdministrator())) {
            apiRoutes.refuseWithoutScope(person);
        }
    }

    @Test
    void aVisitorIsSentToSignInOrFindsNothing() throws Exception {
        for (Route route : guarded()) {
            MvcResult result = mvc.perform(call(route, Map.of())).andReturn();
            assertThat(result.getResponse().getStatus()).as(route.toString()).isIn(302, 401, 403, 404);
            if (result.getResponse().getStatus() == 302) {
                assertThat(result.getResponse().getRedirectedUrl())
                        .as(route.toString())
                        .endsWith("/login");
            }
        }
    }

    @Test
    void anotherTenantsThingsDoNotExistAndNothingChanges() throws Exception {
        ActAs startup = people.aStartup();
        ActAs hospital = people.aHospital();
        ProjectView project = journey.project(startup, hospital, anOffer("비밀", healthTerms()));
        await().until(() -> !startup.get(() -> sandboxes.ofMyStartup()).isEmpty());
        Map<String, UUID> foreign = new HashMap<>();
        foreign.put("project", project.id().value());
        foreign.put("offer", project.offer().value());
        foreign.put("need", startup.get(() -> needs.mine()).get(0).id().value());
        foreign.put(
                "introduction",
                startup.get(() -> introductions.mine()).get(0).id().value());
        foreign.put(
                "sandbox",
                startup.get(() -> sandboxes.ofMyStartup()).get(0).id().value());
        foreign.put("invitation", invitationOf(startup, hospital));
        foreign.put("board", hospital.get(() -> boards.add(aBoard(1, "비밀 위원회"))));
        foreign.put(
                "difference",
                await().until(() -> differenceOf(project), Optional::isPresent).orElseThrow());
        IntroductionId talk = new IntroductionId(foreign.get("introduction"));
        foreign.put(
                "quote",
                await().until(() -> startup.get(() -> quotes.of(talk)), written -> !written.isEmpty())
                        .get(0)
                        .id()
                        .value());
        foreign.put("meeting", agreedMeeting(talk, startup, hospital).value());
        AnswerTemplateId template =
                hospital.get(() -> answers.add(new AnswerContent(AnswerKind.ACCEPT, "비밀", "반갑습니다", "Welcome")));
        foreign.put("template", template.value());
        SavedSearchId search = startup.get(
                () -> savedSearches.save(new NeedId(foreign.get("need")), SearchQuery.EVERYTHING, "비밀", Alert.DAILY));
        foreign.put("search", search.value());
        UUID application = startup.get(() -> applications.mine()).get(0).id();
        ActAs administrator = people.anAdministrator();
        ApplicationView before = startup.get(() -> applications.mine(application));
        BoardRow row = administrator.get(() -> decisions.show(application));
        foreign.put("application", application);
        DocumentId document = aDocument(startup, hospital);
        foreign.put("document", document.value());
        foreign.put("file", startup.get(() -> documents.show(document)).file().id());
        foreign.put(
                "asked",
                hospital.get(() -> askedDocuments.ofMyHospital()).get(0).id());
        UserId member = people.colleagueOf(startup, Role.STARTUP_MEMBER).actor().user();
        foreign.put("member", member.value());
        foreign.put("review", row.reviews().get(0).id());
        foreign.put("call", row.application().call().id());
        UUID cohort = aCohort(administrator, row.application(), hospital);
        foreign.put("cohort", cohort);
        foreign.put(
                "department",
                hospital.get(() -> lists.ofMyHospital(cohort)).get(0).id());
        foreign.put(
                "entry",
                administrator
                        .get(() -> cohorts.show(cohort))
                        .plan()
                        .hospitals()
                        .get(0)
                        .id());
        foreign.put("mandate", mandateFor(administrator, foreign.get("call")));
        foreign.put(
                "ballot", administrator.get(() -> panels.present(application)).id());
        foreign.put(
                "hospitalDecision",
                await().until(
                                () -> hospital.get(() -> hospitalDecisions.mine(0))
                                        .getContent(),
                                lines -> !lines.isEmpty())
                        .get(0)
                        .id());
        foreign.put("tie", people.aReviewer().get(() -> profiles.declare(TieKind.PERSON, "비밀", null)));
        foreign.put("organizationChange", changeOf(startup));
        foreign.put("verification", verificationOf(people.unverified(Face.HOSPITAL, Set.of(Role.HOSPITAL_OFFICE))));

        foreign.put(
                "debarment",
                administrator.get(() -> debarments.add(new DebarmentEntry(
                        "1234567891", "비밀", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), "비밀"))));
        foreign.putAll(integrationsOf(startup));
        foreign.putAll(beforeTheBoard(project, startup, hospital));
        ActAs scientist = people.aStartup();
        OpenSandbox.Made open = openSandboxes.of(scientist, people.aHospital());
        foreign.put(
                "export",
                scientist.get(
                        () -> exports.draftAnswer(open.sandbox(), "비밀", "n\n100\n".getBytes(StandardCharsets.UTF_8))));
        foreign.put(
                "incident",
                startup.get(() -> incidents.report(
                        project.id(), new NewIncident(IncidentKind.NEAR_MISS, "비밀", clock.instant()))));

        List<ActAs> strangers = List.of(
                people.aStartup(),
                people.aHospital(),
                people.colleagueOf(people.aHospital(), Role.HOSPITAL_STEWARD, Role.HOSPITAL_BOARD),
                people.aReviewer(),
                people.anAuditor());
        for (ActAs stranger : strangers) {
            apiRoutes.refuse(stranger, foreign);
        }
        for (Route route : guarded()) {
            if (!VARIABLE.matcher(route.pattern()).find() || SHARED.contains(route.pattern())) {
                continue;
            }
            for (ActAs stranger : strangers) {
                int status = mvc.perform(call(route, foreign).with(stranger.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(status).as(route + " as " + stranger.actor().roles()).isIn(403, 404);
            }
        }
        assertThat(hospital.get(() -> offers.mine()).get(0).revision()).isEqualTo(1);
        assertThat(startup.get(() -> introductions.mine()).get(0).status().name())
                .isEqualTo("MUTUAL");
        assertThat(startup.get(() -> invitations.mine(0, 1)).getContent().get(0).status())
                .isEqualTo(InvitationStatus.OPEN);
        assertThat(startup.get(() -> meetings.of(talk)).get(0).status()).isEqualTo(MeetingStatus.AGREED);
        assertThat(hospital.get(() -> answers.mine())).hasSize(1);
        assertThat(hospital.get(() -> boards.mine())).hasSize(1);
        assertThat(startup.get(() -> teams.mine())).hasSize(2);
        assertThat(startup.get(() -> applications.mine(application))).isEqualTo(before);
        assertThat(administrator.get(() -> decisions.show(application))).isEqualTo(row);
        assertThat(startup.get(() -> documents.show(document)).revision()).isEqualTo(1);
        assertThat(hospital.get(() -> askedDocuments.ofMyHospital())).hasSize(1);
        assertThat(startup.get(() -> savedSearches.mine(search, Locale.KOREAN)).name())
                .isEqualTo("비밀");
        assertThat(startup.get(() -> lists.ofMyStartup(cohort)).submittedAt()).isNull();
        assertThat(administrator.get(() -> cohorts.show(cohort)).status()).isEqualTo(CohortStatus.LISTS);
        assertThat(startup.get(() -> webhooks.mine())).hasSize(1);
        assertThat(startup.get(() -> tokens.mine(0, 10)))
                .filteredOn(token -> token.name().equals("비밀"))
                .allMatch(TokenView::isValid);
        // The ids are real: who may, opens the same pages.
        opens("/account/webhooks/{webhook}", foreign, startup);
        opens("/documents/{document}/files/{file}", foreign, startup);
        opens("/hospital/documents/{document}/file", foreign, hospital);
        opens("/startup/documents/calls/{call}", foreign, startup);
        opens("/startup/applications/{application}", foreign, startup);
        opens("/startup/searches/{search}", foreign, startup);
        opens("/invitations/{invitation}", foreign, startup);
        opens("/introductions/{introduction}/meetings/{meeting}/calendar", foreign, startup);
        opens("/hospital/answers/{template}", foreign, hospital);
        opens("/hospital/boards/{board}", foreign, hospital);
        opens("/introductions/{introduction}/plan", foreign, startup);
        opens("/projects/{project}/route", foreign, startup);
        opens("/approvals/{approval}/papers/{paper}", foreign, hospital);
        opens("/hospital/sittings/{sitting}/pack", foreign, hospital);
        opens("/agreements/{project}/paper", foreign, hospital);
        opens("/account/team/{member}", foreign, startup);
        opens("/program/applications/{application}", foreign, administrator);
        opens("/program/calls/{call}", foreign, administrator);
        opens("/audits/calls/{call}", foreign, auditor);
        opens("/audits/applications/{application}", foreign, auditor);
        opens("/program/applications/{application}/panel", foreign, administrator);
        opens("/program/calls/{call}/panel", foreign, administrator);
        opens("/program/calls/{call}/ranking", foreign, administrator);
        opens("/program/calls/{call}/letters", foreign, administrator);
        opens("/startup/applications/{application}/decision", foreign, startup);
        opens("/hospital/decisions/{hospitalDecision}", foreign, hospital);
        opens("/program/calls/{call}/assignment", foreign, administrator);
        opens("/program/applications/{application}/discussion", foreign, administrator);
        opens("/startup/applications/{application}/people", foreign, startup);
        opens("/startup/applications/{application}/quotes", foreign, startup);
        opens("/program/applications/{application}/quotes", foreign, administrator);
        opens("/introductions/{introduction}/quotes", foreign, startup);
        opens("/projects/{project}/invoice", foreign, startup);
        opens("/program/verifications/{verification}", foreign, administrator);
        opens("/program/changes/{organizationChange}", foreign, administrator);
        opens("/program/calls/{call}/design/form", foreign, administrator);
        opens("/program/applications/{application}/screening", foreign, administrator);
        opens("/program/applications/{application}/milestones", foreign, administrator);
        opens("/program/applications/{application}/checks", foreign, administrator);
        opens("/program/calls/{call}/checks", foreign, administrator);
        opens("/program/debarments/{debarment}", foreign, administrator);
        opens("/milestones/{application}", foreign, hospital);
        opens("/exports/{export}", foreign, scientist);
        opens("/incidents/{incident}", foreign, hospital);
        opens("/projects/{project}/safety", foreign, startup);
        opens("/startup/cohorts/{cohort}", foreign, startup);
        opens("/hospital/cohorts/{cohort}/departments/{department}", foreign, hospital);
        opens("/program/cohorts/{cohort}", foreign, administrator);
        noPageBehindTheLastBreaks(foreign, List.of(startup, hospital, administrator));
    }

    /** @see PageNumbers */
    private void noPageBehindTheLastBreaks(Map<String, UUID> ids, List<ActAs> people) throws Exception {
        for (Route route : guarded()) {
            if (route.method().equals(HttpMethod.GET)) {
                for (ActAs person : people) {
                    nothingIsBehindTheLast(route, ids, person);
                }
                for (String none : List.of("-1", "zwei", "99999999999999999999")) {
                    assertThat(page(none, route, ids, people.get(0))
                                    .getResponse()
                                    .getStatus())
                            .as("page " + none + " of " + route)
                            .isIn(403, 404);
                }
            }
        }
        for (Route route : routes(RouteSecurityTests::isOpenPage)) {
            if (route.method().equals(HttpMethod.GET)) {
                nothingIsBehindTheLast(route, ids, people.get(0));
            }
        }
    }

    private void nothingIsBehindTheLast(Route route, Map<String, UUID> ids, ActAs person) throws Exception {
        MvcResult behind = page("999999", route, ids, person);
        int status = behind.getResponse().getStatus();
        assertThat(status).as("page 999999 of " + route).isLessThan(500);
        if (status == 200 && behind.getModelAndView() != null) {
            assertThat(behind.getModelAndView().getModel().values())
                    .as("a list behind its end: " + route)
                    .noneMatch(shown -> shown instanceof Pages pages && pages.number() > 0)
                    .noneMatch(shown -> shown instanceof PageLinks links && links.number() > 0);
        }
    }

    private MvcResult page(String number, Route route, Map<String, UUID> ids, ActAs person) throws Exception {
        MockHttpServletRequestBuilder request = call(route, ids);
        PARAMETERS.forEach(parameter -> request.param(parameter, number));
        return mvc.perform(request.with(person.signedIn())).andReturn();
    }

    /** In which both sides are asked for their lists. */
    private UUID aCohort(ActAs administrator, ApplicationView application, ActAs hospital) {
        return administrator.get(() -> {
            UUID id = cohorts.draft(application.call().id(), "비밀", "Secret");
            cohorts.addStartups(id, Set.of(application.id()));
            cohorts.addDepartment(id, hospital.organization().id().value(), "", "", 1, 0);
            cohortRuns.askForLists(id, LocalDate.of(2099, 12, 31), Optimal.APPLICANTS);
            return id;
        });
    }

    private void opens(String pattern, Map<String, UUID> ids, ActAs person) throws Exception {
        int status = mvc.perform(call(new Route(HttpMethod.GET, pattern), ids).with(person.signedIn()))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).as(pattern).isEqualTo(200);
    }

    private DocumentId aDocument(ActAs startup, ActAs hospital) {
        AskedContent pledge = new AskedContent(DocumentKind.SECURITY_PLEDGE, "서약서", "Pledge", true, "", "");
        hospital.run(() -> askedDocuments.addToMyHospital(pledge));
        return startup.get(() -> {
            DocumentId id = documents.add(
                    new DocumentContent(DocumentKind.SECURITY_PLEDGE, "서약서", "", "", null, null),
                    new MockMultipartFile("file", "a.txt", null, "서약합니다".getBytes(StandardCharsets.UTF_8)));
            documents.grant(
                    List.of(id),
                    new Party(PartyKind.HOSPITAL, hospital.organization().id().value()));
            return id;
        });
    }

    /** What adding the board changed under the project. */
    private Optional<UUID> differenceOf(ProjectView project) {
        return database.sql("SELECT id FROM change_task WHERE project = :project")
                .param("project", IdBytes.of(project.id().value()))
                .query((row, number) -> IdBytes.toId(row.getBytes("id")))
                .optional();
    }

    private MeetingId agreedMeeting(IntroductionId talk, ActAs startup, ActAs hospital) {
        Instant slot = clock.instant().plus(Duration.ofDays(2));
        MeetingId id = hospital.get(() -> meetings.propose(talk, new NewMeeting(List.of(slot), 30, "회의실", "")));
        Instant kept =
                startup.get(() -> meetings.of(talk)).get(0).slots().get(0).startsAt();
        startup.run(() -> meetings.pick(talk, id, kept));
        return id;
    }

    /** The board added above has the project before it, and one side asks for another wording. */
    private Map<String, UUID> beforeTheBoard(ProjectView project, ActAs startup, ActAs hospital) throws IOException {
        String recipe = Files.readString(Path.of("../sandbox-provisioner/src/demo/recipes/omop.yaml"));
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        steward.run(() -> preparation.setRecipe(sandboxes.ofMyHospital().get(0).id(), recipe));
        hospital.get(() -> approvals.renewRoute(project.id()));
        UUID approval = startup.get(
                () -> approvals.route(project.id()).rows().get(0).approval().id());
        return startup.get(() -> {
            approvals.submit(approval);
            approvals.addPaper(
                    approval,
                    "비밀",
                    new MockMultipartFile("file", "b.txt", null, "비밀".getBytes(StandardCharsets.UTF_8)));
            talks.ask(project.id(), 0, "1. 비밀", "1. Secret", "비밀");
            RouteView.Row row = approvals.route(project.id()).rows().get(0);
            return Map.of(
                    "approval",
                    approval,
                    "sitting",
                    Objects.requireNonNull(row.approval().sitting()),
                    "paper",
                    row.papers().get(0).id(),
                    "duty",
                    duties.of(project.id()).get(0).id(),
                    "change",
                    talks.changes(project.id()).get(0).id());
        });
    }

    private Map<String, UUID> integrationsOf(ActAs startup) {
        String url = "https://hooks.example.org/dari";
        UUID webhook = startup.get(() -> webhooks.register(url, Set.of(EventKind.SANDBOX_READY)))
                .id();
        startup.run(() -> webhooks.pause(webhook)); // nothing is sent out
        UUID token = startup.get(() -> tokens.make(new NewToken("비밀", Set.of(Scope.NEEDS_READ), Duration.ofDays(1))))
                .id();
        return Map.of("webhook", webhook, "token", token);
    }

    /** About a need that only this hospital sees. */
    private UUID invitationOf(ActAs startup, ActAs hospital) {
        NeedId need = startup.get(() -> {
            NeedId id = needs.draft(aNeed("초대받은 것"));
            needs.showTo(id, NeedAudience.CHOSEN, Set.of(hospital.organization().id()));
            needs.publish(id);
            return id;
        });
        return hospital.get(() -> invitations.invite(offers.mine().get(0).id(), need, "함께해요", "ko"))
                .value();
    }

    private UUID mandateFor(ActAs administrator, UUID call) {
        LocalDate today = LocalDate.now(clock);
        auditor = people.anAuditor();
        return administrator.get(() -> mandates.grant(
                new NewMandate(auditor.actor().user(), Set.of(call), today.minusDays(1), today.plusDays(1), "시험")));
    }

    private UUID changeOf(ActAs owner) {
        return owner.get(() -> {
            OrganizationRecord present = changes.mine();
            changes.ask(
                    new OrganizationRecord("옮긴 이름", present.englishName(), present.number(), present.region()),
                    "",
                    "이름을 바꿨습니다");
            return changes.asked().get(0).id();
        });
    }

    private UUID verificationOf(ActAs fresh) {
        return await().until(
                        () -> verifications.waiting(1000).stream()
                                .filter(c -> c.organization()
                                        .equals(fresh.organization().id().value()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .id();
    }

    private List<Route> guarded() {
        List<Route> routes = routes(pattern -> !isOpen(pattern));
        assertThat(routes).hasSizeGreaterThan(60);
        return routes;
    }

    private List<Route> routes(Predicate<String> wanted) {
        List<Route> routes = new ArrayList<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(wanted)
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(new Route(method.asHttpMethod(), pattern)))));
        return routes;
    }

    private static boolean isOpen(String pattern) {
        return pattern.equals("/")
                || pattern.startsWith(ApiRoutes.PATH)
                || OPEN_TO_ALL.stream().anyMatch(pattern::startsWith);
    }

    private static boolean isOpenPage(String pattern) {
        return isOpen(pattern)
                && !pattern.startsWith(ApiRoutes.PATH)
                && !VARIABLE.matcher(pattern).find();
    }

    private static MockHttpServletRequestBuilder call(Route route, Map<String, UUID> ids) {
        String path = VARIABLE.matcher(route.pattern())
                .replaceAll(found ->
                        ids.getOrDefault(found.group(1), UUID.randomUUID()).toString());
        return request(route.method(), URI.create(path))
                .param("decision", "approve")
                .param("conflict", "false")
                .with(csrf());
    }
}
