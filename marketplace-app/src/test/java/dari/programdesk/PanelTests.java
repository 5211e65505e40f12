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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationStatus;
import dari.admin.Applications;
import dari.admin.CallRules;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.panel.BallotView;
import dari.admin.panel.CastVote;
import dari.admin.panel.PanelAppointments;
import dari.admin.panel.PanelTerms;
import dari.admin.panel.PanelVotes;
import dari.admin.panel.Panels;
import dari.admin.panel.RecusalCause;
import dari.admin.panel.Seat;
import dari.admin.panel.VoteChoice;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.projects.Projects;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** A panel decides by its votes; whoever conducts it cannot decide in its place. */
@DariTest
class PanelTests {

    @Autowired
    PanelAppointments appointments;

    @Autowired
    Panels panels;

    @Autowired
    PanelVotes votes;

    @Autowired
    Applications applications;

    @Autowired
    Projects projects;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private ActAs boardMember;
    private ActAs chair;
    private ActAs second;
    private UUID call;
    private UUID application;

    @BeforeEach
    void aReviewedApplicationAndAPanelOfThree() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
        boardMember = people.colleagueOf(hospital, Role.HOSPITAL_BOARD);
        call = journey.call(administrator, CallRules.PLAIN);
        application = journey.reviewed(administrator, call, startup, hospital, 4);
        chair = people.aReviewer();
        second = people.aReviewer();
        appoint(chair, second, boardMember);
    }

    @Test
    void anAdministratorCannotDecideInThePanelsPlace() throws Exception {
        UUID ballot = administrator.get(() -> panels.open(application));
        assertThatThrownBy(() -> administrator.run(() -> votes.vote(ballot, approve())))
                .isInstanceOf(AccessDeniedException.class);
        ActAs reviewerToo = with(administrator, Role.PROGRAM_ADMINISTRATOR, Role.PROGRAM_REVIEWER);
        assertThatThrownBy(() -> reviewerToo.run(() -> votes.vote(ballot, approve())))
                .isInstanceOf(ProgramNotFoundException.class);
        refused("panel.refused.tooEarly", () -> administrator.run(() -> panels.close(ballot, "빨리")));
        refused("panel.refused.noResult", () -> administrator.run(() -> panels.publish(ballot, "선정합니다")));
        for (String decision : List.of("approve", "reject")) {
            mvc.perform(post("/program/applications/{id}/decide", application)
                            .with(administrator.signedIn())
                            .with(csrf())
                            .param("decision", decision)
                            .param("reason", "제가 정합니다"))
                    .andExpect(status().isNotFound());
        }
        assertThat(state()).isEqualTo(ApplicationStatus.DECISION_READY);

        vote(ballot, new CastVote(VoteChoice.REJECT, "계획이 모호합니다", List.of()), chair, second);
        administrator.run(() -> {
            panels.close(ballot, "두 위원이 반대했습니다");
            panels.publish(ballot, "저는 선정하고 싶었습니다");
        });
        assertThat(state()).isEqualTo(ApplicationStatus.REJECTED);
    }

    @Test
    void whoSitsOnThePanelDoesNotConductIt() {
        ActAs both = with(chair, Role.PROGRAM_ADMINISTRATOR, Role.PROGRAM_REVIEWER);
        refused("panel.refused.memberConducts", () -> both.run(() -> panels.open(application)));
        UUID ballot = administrator.get(() -> panels.open(application));
        vote(ballot, approve(), chair, second);
        refused("panel.refused.memberConducts", () -> both.run(() -> panels.close(ballot, "제가 닫습니다")));
        administrator.run(() -> panels.close(ballot, "회의록"));
        refused("panel.refused.memberConducts", () -> both.run(() -> panels.publish(ballot, "제가 알립니다")));
    }

    @Test
    void votesAreSecretUntilTheVoteCloses() {
        UUID ballot = administrator.get(() -> panels.open(application));
        vote(ballot, new CastVote(VoteChoice.APPROVE, "비밀스러운 까닭", List.of()), chair);

        BallotView seenBySecond = second.get(() -> votes.show(ballot));
        assertThat(seenBySecond.seats()).allMatch(seat -> seat.vote() == null);
        assertThat(seenBySecond.voted()).isEqualTo(1);
        assertThat(Objects.requireNonNull(administrator.get(() -> panels.present(application)))
                        .seats())
                .allMatch(seat -> seat.vote() == null);
        assertThat(Objects.requireNonNull(chair.get(() -> votes.show(ballot)).own())
                        .reason())
                .isEqualTo("비밀스러운 까닭");

        vote(ballot, approve(), second);
        administrator.run(() -> panels.close(ballot, "회의록"));
        assertThat(second.get(() -> votes.show(ballot)).seats())
                .extracting(Seat::vote)
                .filteredOn(Objects::nonNull)
                .extracting(CastVote::reason)
                .contains("비밀스러운 까닭");
        refused("panel.refused.notOpen", () -> vote(ballot, approve(), second));
    }

    @Test
    void whoHasAConflictIsRecusedSeesNothingAndIsNotCounted() throws Exception {
        UUID ballot = administrator.get(() -> panels.open(application));
        BallotView seen = boardMember.get(() -> votes.show(ballot));
        assertThat(seen.recused()).isTrue();
        assertThat(seen.row()).isNull();
        assertThat(seen.seats()).isEmpty();
        mvc.perform(get("/panel/ballots/{id}", ballot).with(boardMember.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("한 문장 요약"))));
        refused("panel.refused.vote", () -> vote(ballot, approve(), boardMember));

        vote(ballot, approve(), chair);
        chair.run(() -> votes.declareConflict(ballot, application, "함께 연구했습니다"));
        refused("panel.refused.vote", () -> vote(ballot, approve(), chair));
        vote(ballot, approve(), second);
        assertThat(Objects.requireNonNull(administrator.get(() -> panels.present(application)))
                        .seats())
                .extracting(Seat::recused)
                .containsExactlyInAnyOrder(RecusalCause.BOUND, RecusalCause.DECLARED, null);
        // One vote is left, the quorum is two: nothing is decided, and this panel cannot be asked again.
        assertThat(administrator.get(() -> panels.close(ballot, "한 표"))).isEmpty();
        refused("panel.refused.noResult", () -> administrator.run(() -> panels.publish(ballot, "그래도")));
        refused("panel.refused.tooFewFree", () -> administrator.run(() -> panels.open(application)));
    }

    @Test
    void aVoteThatDecidedNothingIsHeldAgain() {
        UUID first = administrator.get(() -> panels.open(application));
        vote(first, new CastVote(VoteChoice.ABSTAIN, "모르겠습니다", List.of()), chair, second);
        assertThat(administrator.get(() -> panels.close(first, "모두 기권"))).isEmpty();
        UUID again = administrator.get(() -> panels.open(application));
        assertThat(again).isNotEqualTo(first);
        refused("panel.refused.openAlready", () -> administrator.run(() -> panels.open(application)));
    }

    @Test
    void afterTheLastDayAVoteClosesWithoutThoseWhoNeverVoted() {
        ActAs third = people.aReviewer();
        appoint(chair, second, third);
        UUID ballot = administrator.get(() -> panels.open(application));
        vote(ballot, approve(), chair, second);
        refused("panel.refused.tooEarly", () -> administrator.run(() -> panels.close(ballot, "아직")));
        database.update("UPDATE panel_ballot SET due = '2026-01-01' WHERE program_call = ?", bytes(call));
        refused("panel.refused.vote", () -> vote(ballot, approve(), third));
        assertThat(administrator.get(() -> panels.close(ballot, "기한이 지났습니다"))).isPresent();
    }

    @Test
    void conditionsComeFromTheVotesAreSettledByTheChairAndReachTheApplicant() {
        UUID ballot = administrator.get(() -> panels.open(application));
        vote(ballot, new CastVote(VoteChoice.APPROVE_WITH_CONDITIONS, "보고가 필요", List.of("분기 보고", "교육 이수")), chair);
        vote(ballot, new CastVote(VoteChoice.APPROVE_WITH_CONDITIONS, "안전", List.of("교육 이수")), second);
        administrator.run(() -> panels.close(ballot, "회의록"));
        assertThat(chair.get(() -> votes.show(ballot)).conditions()).containsExactly("분기 보고", "교육 이수");
        refused("panel.refused.noConditions", () -> second.run(() -> votes.settleConditions(ballot, List.of("없음"))));
        chair.run(() -> votes.settleConditions(ballot, List.of("분기마다 보고", "교육 이수")));
        administrator.run(() -> panels.publish(ballot, "조건을 지키면 좋은 계획입니다"));

        assertThat(state()).isEqualTo(ApplicationStatus.APPROVED_WITH_CONDITIONS);
        assertThat(startup.get(() -> applications.mine(application)).conditions())
                .isEqualTo("분기마다 보고\n교육 이수");
        await().until(() -> !startup.get(() -> projects.mine()).isEmpty());
    }

    @Test
    void aPanelThatVotedIsFixedAndNobodyUnknownSitsOnIt() {
        refused(
                "panel.refused.small",
                () -> administrator.run(
                        () -> appointments.appoint(call, new PanelTerms(2, 7, 14), id(chair), Set.of(id(chair)))));
        assertThatThrownBy(() -> appoint(chair, startup)).isInstanceOf(ProgramNotFoundException.class);
        administrator.run(() -> panels.open(application));
        refused("panel.refused.fixed", () -> appoint(chair, second));
        ActAs stranger = people.aReviewer();
        assertThat(stranger.get(() -> votes.mine(0, 10))).isEmpty();
    }

    @Test
    void thePagesReadInBothLanguagesAndSayWhatIsMissing() throws Exception {
        for (String language : List.of("ko", "en")) {
            readable("/program/calls/" + call + "/panel", language, administrator);
            readable("/program/applications/" + application + "/panel", language, administrator);
        }
        mvc.perform(post("/program/applications/{id}/panel/open", application)
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/program/applications/" + application + "/panel"));
        UUID ballot = Objects.requireNonNull(administrator.get(() -> panels.present(application)))
                .id();
        mvc.perform(post("/panel/ballots/{id}", ballot)
                        .with(chair.signedIn())
                        .with(csrf())
                        .param("choice", "APPROVE_WITH_CONDITIONS")
                        .param("reason", "적은 까닭")
                        .param("conditions", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"conditions-error\"")))
                .andExpect(content().string(containsString(">적은 까닭</textarea>")));
        vote(ballot, new CastVote(VoteChoice.APPROVE_WITH_CONDITIONS, "좋습니다", List.of("보고")), chair, second);
        for (String language : List.of("ko", "en")) {
            readable("/panel", language, chair);
            readable("/panel", language, boardMember);
            readable("/panel/ballots/" + ballot, language, chair);
            readable("/panel/ballots/" + ballot, language, boardMember);
            readable("/program/applications/" + application + "/panel", language, administrator);
            readable("/home", language, administrator);
        }
        mvc.perform(post("/program/applications/{id}/panel/close", application)
                        .with(administrator.signedIn())
                        .with(csrf())
                        .param("text", ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"text-error\"")));
        administrator.run(() -> panels.close(ballot, "회의록"));
        for (String language : List.of("ko", "en")) {
            readable("/panel/ballots/" + ballot, language, chair);
            readable("/program/applications/" + application + "/panel", language, administrator);
            readable("/startup/applications/" + application + "/decision", language, startup);
        }
        mvc.perform(post("/program/applications/{id}/panel/publish", application)
                        .with(administrator.signedIn())
                        .with(csrf())
                        .param("text", "알립니다"))
                .andExpect(redirectedUrl("/program/applications/" + application + "/panel"));
        readable("/startup/applications/" + application + "/decision", "ko", startup);
    }

    private void readable(String path, String language, ActAs reader) throws Exception {
        mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private void appoint(ActAs first, ActAs... others) {
        List<ActAs> all = new ArrayList<>(List.of(others));
        all.add(first);
        Set<UUID> persons = all.stream().map(PanelTests::id).collect(Collectors.toSet());
        administrator.run(() -> appointments.appoint(call, new PanelTerms(2, 7, 14), id(first), persons));
    }

    private void vote(UUID ballot, CastVote cast, ActAs... members) {
        for (ActAs member : members) {
            member.run(() -> votes.vote(ballot, cast));
        }
    }

    private ApplicationStatus state() {
        return startup.get(() -> applications.mine(application)).status();
    }

    private static CastVote approve() {
        return new CastVote(VoteChoice.APPROVE, "잘 준비했습니다", List.of());
    }

    private static UUID id(ActAs person) {
        return person.actor().user().value();
    }

    private static byte[] bytes(UUID id) {
        return IdBytes.of(id);
    }

    private static ActAs with(ActAs person, Role... roles) {
        return new ActAs(
                new Actor(person.actor().user(), person.actor().organization(), Face.PROGRAM, Set.of(roles)),
                person.organization(),
                person.email());
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
