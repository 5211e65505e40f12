package dari.programdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ReviewTerms;
import dari.admin.ReviewTiming;
import dari.admin.ReviewView;
import dari.admin.Reviews;
import dari.admin.reviewers.AssignmentRow;
import dari.admin.reviewers.AssignmentView;
import dari.admin.reviewers.Assignments;
import dari.admin.reviewers.CandidateSearch;
import dari.admin.reviewers.CandidatesPage;
import dari.admin.reviewers.ConflictKind;
import dari.admin.reviewers.NamedPeople;
import dari.admin.reviewers.NamedPersonKind;
import dari.admin.reviewers.ReviewerAbility;
import dari.admin.reviewers.ReviewerProfiles;
import dari.admin.reviewers.ScoreAdvice;
import dari.admin.reviewers.Standing;
import dari.admin.reviewers.TieKind;
import dari.kernel.IdBytes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.People;
import dari.support.ReviewStage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Reviewers from the whole call's assignment to the last review, also those who are late, bound or blind. */
@DariTest
class ReviewersTests {

    private static final Map<String, Integer> SCORES = Map.of("need", 5, "plan", 4, "team", 3, "benefit", 5);

    @Autowired
    Assignments assignments;

    @Autowired
    CandidateSearch search;

    @Autowired
    NamedPeople namedPeople;

    @Autowired
    ReviewerProfiles profiles;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewTiming timing;

    @Autowired
    ScoreAdvice advice;

    @Autowired
    ReviewStage stage;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;

    @BeforeEach
    void twoSides() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
    }

    @Test
    void proposesForTheWholeCallLeavesEveryConflictOutWithItsReasonAndKeepsTheProof() {
        ActAs expert = people.aReviewer();
        expert.run(() -> profiles.change(
                new ReviewerAbility(List.of("disease:endocrine", "modality:ehr"), List.of("ko"), 5, null)));
        ActAs tied = people.aReviewer();
        tied.run(() ->
                profiles.declare(TieKind.ORGANIZATION, startup.organization().name(), null));
        ActAs away = people.aReviewer();
        away.run(() -> profiles.change(new ReviewerAbility(List.of(), List.of("ko"), 5, LocalDate.of(2099, 1, 1))));
        ActAs former = people.aReviewer();
        stage.joined(former, hospital.organization().id());
        stage.left(former, hospital.organization().id());
        ActAs unwanted = people.aReviewer();
        UUID call = stage.call(administrator, 2);
        UUID application = stage.submitted(call, startup, hospital);
        startup.run(
                () -> namedPeople.name(application, NamedPersonKind.NOT_WANTED, stage.name(unwanted), "다툰 적이 있습니다"));

        administrator.run(() -> assignments.propose(call));

        AssignmentRow row = row(call, application);
        assertThat(row.chosen()).hasSize(2);
        assertThat(row.reserves()).hasSize(1);
        assertThat(row.lacking()).isZero();
        assertThat(row.named()).extracting(p -> p.reason()).containsExactly("다툰 적이 있습니다");
        assertThat(candidate(call, application, tied).conflicts())
                .extracting(c -> c.kind())
                .containsExactly(ConflictKind.REVIEWERS_TIE);
        assertThat(candidate(call, application, former).conflicts())
                .extracting(c -> c.kind())
                .containsExactly(ConflictKind.FORMER_ORGANIZATION);
        assertThat(candidate(call, application, unwanted).conflicts())
                .extracting(c -> c.kind())
                .containsExactly(ConflictKind.NOT_WANTED);
        assertThat(candidate(call, application, away).conflicts()).isEmpty();
        assertThat(candidate(call, application, away).isOpenToHand()).isFalse();
        assertThat(row.free().stream().map(Standing::reviewer))
                .doesNotContain(id(tied), id(former), id(unwanted), id(away));
        Standing knows = Stream.concat(
                        row.free().stream(), row.chosen().stream().map(p -> p.standing()))
                .filter(standing -> standing.reviewer().equals(id(expert)))
                .findFirst()
                .orElseGet(() -> row.reserves().get(0).standing());
        assertThat(knows.fit()).isEqualTo(100);
        refused(
                "reviewers.rule.notFree",
                () -> administrator.run(() -> assignments.add(call, application, id(tied), false)));
        assertThat(reviews.reviewsOf(id(tied))).isEmpty();

        administrator.run(() -> assignments.confirm(call));

        assertThat(row(call, application).asked()).isEqualTo(2);
        assertThat(row(call, application).chosen()).isEmpty();
        assertThat(database.queryForList(
                        "SELECT kind FROM found_conflict WHERE application = ? AND reviewer IN (?, ?, ?) ORDER BY kind",
                        String.class,
                        IdBytes.of(application),
                        IdBytes.of(id(tied)),
                        IdBytes.of(id(former)),
                        IdBytes.of(id(unwanted))))
                .containsExactly("FORMER_ORGANIZATION", "NOT_WANTED", "REVIEWERS_TIE");
    }

    @Test
    void saysWhoLacksReviewersAndWhy() {
        people.aReviewer()
                .run(() -> profiles.declare(
                        TieKind.ORGANIZATION, startup.organization().name(), 2099));
        UUID call = stage.call(administrator, stage.everyReviewer() + 1);
        UUID application = stage.submitted(call, startup, hospital);

        administrator.run(() -> assignments.propose(call));

        AssignmentRow row = row(call, application);
        assertThat(row.lacking()).isPositive();
        assertThat(row.why()).containsEntry("reviewers.conflict.REVIEWERS_TIE", 1);
    }

    @Test
    void aConflictThatTurnsUpBetweenProposalAndConfirmationStopsIt() {
        ActAs reviewer = people.aReviewer();
        UUID call = stage.call(administrator, 1);
        UUID application = stage.submitted(call, startup, hospital);
        administrator.run(() -> assignments.add(call, application, id(reviewer), false));
        reviewer.run(() ->
                profiles.declare(TieKind.ORGANIZATION, hospital.organization().name(), null));

        refused("reviewers.rule.notFree", () -> administrator.run(() -> assignments.confirm(call)));

        assertThat(reviews.reviewsOf(id(reviewer))).isEmpty();
    }

    @Test
    void aBlindReviewShowsNoNameAnywhereAndTiesAreDeclaredAmongAllWhoApplied() throws Exception {
        ActAs first = people.aReviewer();
        ActAs second = people.aReviewer();
        ActAs other = people.aStartup();
        UUID call = stage.call(administrator, 2);
        administrator.run(() -> assignments.settle(call, new ReviewTerms(true, 14, 5, 3, 0, "")));
        String named =
                startup.organization().name() + "는 " + hospital.organization().name() + "과 함께합니다";
        UUID application = stage.submitted(call, startup, hospital, named);
        stage.submitted(call, other, people.aHospital());
        stage.ask(administrator, call, application, first, second);
        UUID review = stage.review(first, application);
        refused("reviewers.rule.begun", () -> administrator.run(() -> assignments.settle(call, ReviewTerms.DEFAULT)));

        assertThat(first.get(() -> reviews.declareAmong(review)))
                .extracting(o -> o.id())
                .hasSize(4)
                .contains(
                        startup.organization().id().value(),
                        other.organization().id().value());
        mvc.perform(post("/reviews/{id}/ties", review)
                        .with(first.signedIn())
                        .with(csrf())
                        .param("tied", other.organization().id().value().toString()))
                .andExpect(status().is3xxRedirection());
        for (String path : List.of("/reviews", "/reviews/" + review, "/home", "/notifications")) {
            mvc.perform(get(path).with(first.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(not(containsString(startup.organization().name()))))
                    .andExpect(content()
                            .string(not(containsString(hospital.organization().name()))));
        }
        mvc.perform(get("/reviews/{id}", review).with(first.signedIn()))
                .andExpect(content().string(containsString("○○○는 ○○○과 함께합니다")));
        UUID tied = stage.review(second, application);
        second.run(() ->
                reviews.declareAmong(tied, List.of(startup.organization().id().value())));
        assertThat(second.get(() -> reviews.mine(tied)).status()).isEqualTo("CONFLICTED");
        assertThat(second.get(() -> reviews.mine(tied)).application()).isNull();
    }

    @Test
    void aDraftIsKeptAsOneTypesAndSeenByNobodyElse() throws Exception {
        ActAs reviewer = people.aReviewer();
        UUID call = stage.call(administrator, 1);
        UUID application = stage.submitted(call, startup, hospital);
        stage.ask(administrator, call, application, reviewer);
        UUID review = stage.accepted(reviewer, application);
        mvc.perform(post("/reviews/{id}/draft", review)
                        .with(reviewer.signedIn())
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("score.need", "4")
                        .param("comment", "아직 반만 썼습니다"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("저장했습니다")));
        mvc.perform(get("/reviews/{id}", review).with(reviewer.signedIn()))
                .andExpect(content().string(containsString("아직 반만 썼습니다</textarea>")));
        mvc.perform(get("/program/applications/{id}", application).with(administrator.signedIn()))
                .andExpect(content().string(not(containsString("아직 반만 썼습니다"))));
        mvc.perform(post("/reviews/{id}/draft", review)
                        .with(reviewer.signedIn())
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("comment", "환자 900101-1234567"))
                .andExpect(content().string(not(containsString("저장했습니다"))));
        assertThat(reviewer.get(() -> reviews.mine(review)).comment()).isEqualTo("아직 반만 썼습니다");
    }

    @Test
    void whoIsLateIsRemindedAndTheReserveIsInvitedByItself() {
        ActAs silent = people.aReviewer();
        ActAs late = people.aReviewer();
        ActAs reserve = people.aReviewer();
        UUID call = stage.call(administrator, 2);
        UUID application = stage.submitted(call, startup, hospital);
        administrator.run(() -> assignments.add(call, application, id(reserve), true));
        stage.ask(administrator, call, application, silent, late);
        UUID lateReview = stage.accepted(late, application);
        assertThat(reviews.reviewsOf(id(reserve))).isEmpty();

        stage.due(lateReview, LocalDate.now(stage.seoulClock()).plusDays(2));
        timing.remindAndReplace();
        assertThat(stage.notices(late)).contains("reviewers.notice.soon");
        assertThat(letters.linkTo(late.email())).contains("/reviews/");
        assertThat(letters.textTo(late.email()))
                .doesNotContain(startup.organization().name());
        stage.answerBy(
                stage.review(silent, application),
                LocalDate.now(stage.seoulClock()).minusDays(1));
        timing.remindAndReplace();

        assertThat(stateOf(silent, application)).isEqualTo("LAPSED");
        assertThat(stateOf(reserve, application)).isEqualTo("INVITED");
        assertThat(stage.notices(silent)).contains("reviewers.notice.lapsed");
        stage.due(lateReview, LocalDate.now(stage.seoulClock()).minusDays(1));
        timing.remindAndReplace();
        timing.remindAndReplace();
        assertThat(stage.notices(administrator)).contains("admin.notice.conflict");
        assertThat(stage.notices(late)).containsOnlyOnce("reviewers.notice.late");
        late.run(() -> reviews.submit(lateReview, SCORES, "늦었습니다"));
        assertThat(stateOf(late, application)).isEqualTo("SUBMITTED");
    }

    @Test
    void aReviewIsGivenBackWithItsReason() throws Exception {
        ActAs reviewer = people.aReviewer();
        UUID call = stage.call(administrator, 1);
        UUID application = stage.submitted(call, startup, hospital);
        stage.ask(administrator, call, application, reviewer);
        UUID review = stage.handedIn(reviewer, application, SCORES);
        String path = "/program/applications/" + application + "/reviews/" + review + "/reopen";
        mvc.perform(post(path).with(administrator.signedIn()).with(csrf()).param("because", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("심사위원이 읽습니다")));
        mvc.perform(post(path).with(administrator.signedIn()).with(csrf()).param("because", "까닭을 더 적어 주세요"))
                .andExpect(status().is3xxRedirection());
        ReviewView open = reviewer.get(() -> reviews.mine(review));
        assertThat(open.status()).isEqualTo("REOPENED");
        assertThat(open.points()).isNull();
        assertThat(open.scores()).isEqualTo(SCORES);
        mvc.perform(get("/reviews/{id}", review).with(reviewer.signedIn()))
                .andExpect(content().string(containsString("까닭을 더 적어 주세요")));
        reviewer.run(() -> reviews.submit(review, SCORES, "더 적었습니다"));
        assertThat(stateOf(reviewer, application)).isEqualTo("SUBMITTED");
    }

    @Test
    void theBoardShowsNormalisedScoresAndDisagreementBesideTheRawMean() throws Exception {
        ActAs mild = people.aReviewer();
        ActAs strict = people.aReviewer();
        UUID call = stage.call(administrator, 2);
        UUID application = stage.submitted(call, startup, hospital);
        stage.ask(administrator, call, application, mild, strict);
        stage.handedIn(mild, application, Map.of("need", 5, "plan", 5, "team", 5, "benefit", 5));
        stage.handedIn(strict, application, Map.of("need", 2, "plan", 3, "team", 3, "benefit", 3));

        assertThat(administrator
                        .get(() -> advice.of(call, List.of(application)))
                        .get(application))
                .satisfies(said -> {
                    assertThat(said.isDisagreement()).isTrue();
                    assertThat(said.disputed()).containsExactly("need");
                    assertThat(said.spread()).isEqualTo(57.5);
                    assertThat(said.normalised()).isEqualTo(71.25);
                });
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/program/calls/{id}", call).param("lang", language).with(administrator.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(language.equals("ko") ? "보정한 점수" : "Normalised")))
                    .andExpect(content().string(containsString(language.equals("ko") ? "의견이 갈림" : "Disagreement")));
        }
    }

    @Test
    void onlyTheApplicantNamesPeopleAndOnlyUntilReviewersAreAsked() {
        ActAs reviewer = people.aReviewer();
        UUID call = stage.call(administrator, 1);
        UUID application = stage.submitted(call, startup, hospital);
        UUID person = startup.get(() -> namedPeople.name(application, NamedPersonKind.COLLABORATOR, "박아무개", "논문"));
        ActAs stranger = people.aStartup();
        assertThatThrownBy(() -> stranger.run(() -> namedPeople.of(application)))
                .isInstanceOf(ProgramNotFoundException.class);
        assertThatThrownBy(() -> stranger.run(() -> namedPeople.remove(application, person)))
                .isInstanceOf(ProgramNotFoundException.class);
        stage.ask(administrator, call, application, reviewer);
        refused("admin.rule.application.state", () -> startup.run(() -> namedPeople.remove(application, person)));
    }

    @Test
    void aRowOffersTheBestAndLeadsToAPageOfEverybody() throws Exception {
        ActAs expert = people.aReviewer();
        expert.run(() -> profiles.change(
                new ReviewerAbility(List.of("disease:endocrine", "modality:ehr"), List.of("ko"), 5, null)));
        ActAs tied = people.aReviewer();
        tied.run(() ->
                profiles.declare(TieKind.ORGANIZATION, startup.organization().name(), null));
        List<ActAs> others =
                IntStream.range(0, 21).mapToObj(i -> people.aReviewer()).toList();
        UUID call = stage.call(administrator, 1);
        UUID application = stage.submitted(call, startup, hospital);

        AssignmentRow row = row(call, application);

        assertThat(row.free()).hasSize(20);
        assertThat(row.freeInAll()).isGreaterThanOrEqualTo(22);
        assertThat(row.free().get(0).fit()).isEqualTo(100);
        String path = "/program/calls/" + call + "/assignment/" + application;
        mvc.perform(get("/program/calls/{call}/assignment", call).with(administrator.signedIn()))
                .andExpect(content().string(containsString("href=\"" + path + "\"")));
        ActAs last = others.get(20);
        mvc.perform(get(path).param("name", stage.name(last)).with(administrator.signedIn()))
                .andExpect(content().string(containsString("value=\"" + id(last) + "\"")));
        mvc.perform(get(path).param("name", stage.name(tied)).with(administrator.signedIn()))
                .andExpect(content().string(containsString(stage.name(tied))))
                .andExpect(content().string(not(containsString("value=\"" + id(tied) + "\""))));
        CandidatesPage first = administrator.get(() -> search.page(call, application, "", 0, 20));
        assertThat(first.candidates()).hasSize(20).allMatch(CandidatesPage.Candidate::mayBeAdded);
        assertThat(first.total()).isGreaterThanOrEqualTo(23);

        administrator.run(() -> assignments.add(call, application, id(last), true));

        assertThat(administrator
                        .get(() -> search.page(call, application, stage.name(last), 0, 20))
                        .candidates())
                .filteredOn(found -> found.standing().reviewer().equals(id(last)))
                .singleElement()
                .matches(found -> found.planned() && !found.mayBeAdded());
        UUID elsewhere = stage.call(administrator, 1);
        assertThatThrownBy(() -> administrator.run(() -> search.page(elsewhere, application, "", 0, 20)))
                .isInstanceOf(ProgramNotFoundException.class);
    }

    @Test
    void everyPageReadsInBothLanguages() throws Exception {
        ActAs reviewer = people.aReviewer();
        reviewer.run(() -> profiles.declare(TieKind.PERSON, "최아무개", 2020));
        UUID call = stage.call(administrator, 1);
        UUID application = stage.submitted(call, startup, hospital);
        startup.run(() -> namedPeople.name(application, NamedPersonKind.COLLABORATOR, "박아무개", "논문"));
        administrator.run(() -> assignments.propose(call));
        for (String language : List.of("ko", "en")) {
            for (String path : List.of(
                    "/program/reviewers",
                    "/program/reviewers?name=none",
                    "/program/calls/" + call + "/assignment",
                    "/program/calls/" + call + "/assignment/" + application,
                    "/program/calls/" + call + "/assignment/" + application + "?name=none",
                    "/program/applications/" + application + "/discussion")) {
                readable(path, language, administrator);
            }
            readable("/startup/applications/" + application + "/people", language, startup);
            // "application" means something else to the template engine: the form once led nowhere.
            mvc.perform(get("/startup/applications/{id}/people", application).with(startup.signedIn()))
                    .andExpect(content().string(containsString("action=\"/startup/applications/" + application)));
            readable("/reviews/profile", language, reviewer);
        }
        mvc.perform(post("/reviews/profile")
                        .with(reviewer.signedIn())
                        .with(csrf())
                        .param("mostOpen", "0")
                        .param("awayUntil", "2027-02-30"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"mostOpen-error\"")))
                .andExpect(content().string(containsString("id=\"languages-error\"")))
                .andExpect(content().string(containsString("id=\"awayUntil-error\"")));
    }

    private void readable(String path, String language, ActAs reader) throws Exception {
        mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private AssignmentRow row(UUID call, UUID application) {
        AssignmentView view = administrator.get(() -> assignments.show(call));
        return view.rows().stream()
                .filter(row -> row.application().equals(application))
                .findFirst()
                .orElseThrow();
    }

    private Standing candidate(UUID call, UUID application, ActAs person) {
        return administrator.get(() -> search.page(call, application, stage.name(person), 0, 100)).candidates().stream()
                .map(CandidatesPage.Candidate::standing)
                .filter(standing -> standing.reviewer().equals(id(person)))
                .findFirst()
                .orElseThrow();
    }

    private String stateOf(ActAs reviewer, UUID application) {
        UUID review = stage.review(reviewer, application);
        return reviewer.get(() -> reviews.mine(review)).status();
    }

    private static UUID id(ActAs person) {
        return person.actor().user().value();
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
