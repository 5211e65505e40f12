package dari.programdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationStatus;
import dari.admin.Applications;
import dari.admin.CallBuilder;
import dari.admin.CallContent;
import dari.admin.CallRules;
import dari.admin.Calls;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.checks.CheckVerdict;
import dari.admin.checks.CheckView;
import dari.admin.checks.Checks;
import dari.admin.checks.DebarmentEntry;
import dari.admin.checks.Debarments;
import dari.admin.eligibility.DebarmentRule;
import dari.admin.eligibility.Eligibility;
import dari.admin.eligibility.VerifiedRule;
import dari.admin.panel.CastVote;
import dari.admin.panel.LetterKind;
import dari.admin.panel.LetterText;
import dari.admin.panel.LetterView;
import dari.admin.panel.Letters;
import dari.admin.panel.PanelAppointments;
import dari.admin.panel.PanelTerms;
import dari.admin.panel.PanelVotes;
import dari.admin.panel.Panels;
import dari.admin.panel.PlaceState;
import dari.admin.panel.PlaceView;
import dari.admin.panel.Places;
import dari.admin.panel.PresentationView;
import dari.admin.panel.Presentations;
import dari.admin.panel.RankingView;
import dari.admin.panel.Rankings;
import dari.admin.panel.VoteChoice;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.projects.Projects;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** From points to places: the list the panel confirms, letters, and the reserve that moves up by itself. */
@DariTest
class RankingTests {

    /** One place, two in reserve; 30 points at least. */
    private static final CallRules RULES = new CallRules(
            new CallRules.Scoring(false, 30, Map.of("region", 3)),
            new CallRules.Reserve(2, 7),
            new CallRules.Presentation(LocalDate.of(2100, 1, 15), 20, LocalTime.of(10, 0)),
            1);

    @Autowired
    PanelAppointments appointments;

    @Autowired
    Calls calls;

    @Autowired
    CallBuilder builder;

    @Autowired
    Checks checks;

    @Autowired
    Debarments debarments;

    @Autowired
    Panels panels;

    @Autowired
    PanelVotes votes;

    @Autowired
    Rankings rankings;

    @Autowired
    Places places;

    @Autowired
    Letters letters;

    @Autowired
    Presentations presentations;

    @Autowired
    Applications applications;

    @Autowired
    Projects projects;

    @Autowired
    History history;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private List<ActAs> members;
    private UUID call;

    private final List<ActAs> startups = new ArrayList<>();
    private final List<UUID> entries = new ArrayList<>();

    @BeforeEach
    void threeReviewedApplicationsForOnePlace() {
        administrator = people.anAdministrator();
        members = List.of(people.aReviewer(), people.aReviewer());
        call = journey.call(administrator, RULES);
        for (int score : List.of(5, 4, 3)) {
            ActAs startup = people.aStartup();
            startups.add(startup);
            entries.add(journey.reviewed(administrator, call, startup, people.aHospital(), score));
        }
        List<UUID> persons =
                members.stream().map(member -> member.actor().user().value()).toList();
        administrator.run(
                () -> appointments.appoint(call, new PanelTerms(2, 7, 14), persons.get(0), Set.copyOf(persons)));
    }

    @Test
    void thePanelConfirmsTheListAndItsPlacesArePublishedAtOnce() throws Exception {
        administrator.run(() -> rankings.grant(entries.get(1), "region", "강원도의 병원과 함께합니다"));
        assertThatThrownBy(() -> administrator.run(() -> rankings.grant(entries.get(1), "friend", "아는 사이")))
                .isInstanceOf(ProgramNotFoundException.class);
        RankingView draft = administrator.get(() -> rankings.show(call));
        assertThat(draft.lines())
                .extracting(
                        line -> line.application().id(), line -> line.total().doubleValue(), RankingView.Line::standing)
                .containsExactly(
                        tuple(entries.get(0), 100.0, PlaceState.OFFERED),
                        tuple(entries.get(1), 78.0, PlaceState.RESERVE),
                        tuple(entries.get(2), 50.0, PlaceState.RESERVE));
        assertThat(draft.lines().get(0).cut()).isTrue();

        UUID ballot = administrator.get(() -> rankings.submit(call));
        refused(
                "panel.refused.frozen",
                () -> administrator.run(() -> rankings.grant(entries.get(2), "region", "늦은 가점")));
        refused("panel.refused.noResult", () -> administrator.run(() -> rankings.publish(ballot, "먼저 알립니다")));
        for (String language : List.of("ko", "en")) {
            readable("/panel/ballots/" + ballot, language, members.get(0));
            readable("/program/calls/" + call + "/ranking", language, administrator);
        }
        vote(ballot, VoteChoice.APPROVE);
        administrator.run(() -> {
            panels.close(ballot, "순위표를 보았습니다");
            rankings.publish(ballot, "점수 순서입니다");
        });
        assertThat(states())
                .containsExactly(
                        ApplicationStatus.APPROVED, ApplicationStatus.WAITLISTED, ApplicationStatus.WAITLISTED);
        // The place has to be accepted first: no project yet.
        PlaceView place = place(0);
        assertThat(place.state()).isEqualTo(PlaceState.OFFERED);
        assertThat(startups.get(0).get(() -> projects.mine())).isEmpty();
        ActAs colleague = people.colleagueOf(startups.get(0), Role.STARTUP_MEMBER);
        assertThatThrownBy(() -> colleague.run(() -> places.accept(entries.get(0))))
                .isInstanceOf(AccessDeniedException.class);
        startups.get(0).run(() -> places.accept(entries.get(0)));
        await().until(() -> !startups.get(0).get(() -> projects.mine()).isEmpty());
        readable("/startup/applications/" + entries.get(1) + "/decision", "en", startups.get(1));
        readable("/program/calls/" + call + "/ranking", "ko", administrator);
    }

    @Test
    void aListThatThePanelSendsBackIsChangedAndSubmittedAgain() {
        UUID ballot = administrator.get(() -> rankings.submit(call));
        vote(ballot, VoteChoice.REJECT);
        administrator.run(() -> panels.close(ballot, "가점이 빠졌습니다"));
        refused("panel.refused.noResult", () -> administrator.run(() -> rankings.publish(ballot, "그래도")));
        administrator.run(() -> rankings.grant(entries.get(2), "region", "비수도권"));
        assertThat(administrator.get(() -> rankings.submit(call))).isNotEqualTo(ballot);
    }

    @Test
    void aVoteOnOneApplicationIsNotPublishedOutsideTheList() {
        UUID ballot = administrator.get(() -> panels.open(entries.get(0)));
        vote(ballot, VoteChoice.REJECT);
        administrator.run(() -> panels.close(ballot, "자격이 없습니다"));
        refused("panel.refused.ranked", () -> administrator.run(() -> panels.publish(ballot, "따로")));
        assertThat(administrator.get(() -> rankings.show(call)).lines())
                .extracting(RankingView.Line::standing)
                .containsExactly(PlaceState.BELOW, PlaceState.OFFERED, PlaceState.RESERVE);
    }

    @Test
    void whenAPlaceIsGivenUpTheNextInTheReserveMovesUpAndIsTold() throws Exception {
        published();
        assertThat(place(2).ahead()).isEqualTo(1);
        startups.get(0).run(() -> places.giveUp(entries.get(0), "다른 지원을 받습니다"));
        assertThat(states())
                .containsExactly(ApplicationStatus.WITHDRAWN, ApplicationStatus.APPROVED, ApplicationStatus.WAITLISTED);
        PlaceView moved = place(1);
        assertThat(moved.state()).isEqualTo(PlaceState.OFFERED);
        assertThat(moved.movedUp()).isTrue();
        assertThat(moved.acceptBy()).isNotNull();
        assertThat(history.of(List.of(entries.get(1))))
                .extracting(HistoryLine::getMessageKey)
                .contains("history.place.movedUp");
        mvc.perform(get("/notifications")
                        .param("lang", "en")
                        .with(startups.get(1).signedIn()))
                .andExpect(content().string(containsString("The owner must accept by")));
    }

    @Test
    void theReserveWaitsForTheOfficeToDecideWhatWasFoundAndNoLonger() {
        published();
        Eligibility rules = new Eligibility(List.of(new VerifiedRule(), new DebarmentRule()));
        UUID other = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1));
            builder.eligibility(id, rules);
            return id;
        });
        database.update(
                "UPDATE program_call SET eligibility ="
                        + " (SELECT o.eligibility FROM (SELECT * FROM program_call) o WHERE o.id = ?) WHERE id = ?",
                IdBytes.of(other),
                IdBytes.of(call));
        String number = startups.get(1).organization().registrationNumber().digits();
        administrator.run(() -> debarments.add(
                new DebarmentEntry(number, "기업", LocalDate.of(2020, 1, 1), LocalDate.of(2099, 12, 31), "협약 위반")));
        startups.get(0).run(() -> places.giveUp(entries.get(0), "다른 지원을 받습니다"));
        assertThat(states())
                .as("found, not decided: the next keeps its turn")
                .containsExactly(
                        ApplicationStatus.WITHDRAWN, ApplicationStatus.WAITLISTED, ApplicationStatus.WAITLISTED);
        administrator.run(() -> {
            CheckView hit = checks.show(entries.get(1), Locale.KOREAN).checks().get(0);
            checks.decide(entries.get(1), hit.print(), CheckVerdict.UPHELD, null, "처분 중입니다");
        });
        places.moveUp();
        assertThat(states())
                .as("decided: nobody behind waits for it")
                .containsExactly(ApplicationStatus.WITHDRAWN, ApplicationStatus.WAITLISTED, ApplicationStatus.APPROVED);
    }

    @Test
    void anUnacceptedPlaceLapsesAndTheReserveMovesUpByItself() {
        published();
        startups.get(1).run(() -> applications.withdraw(entries.get(1)));
        database.update(
                "UPDATE ranked_place SET accept_by = '2026-01-01' WHERE application = ?", IdBytes.of(entries.get(0)));
        // Nobody acts: the timed task of the application finds it.
        database.update("UPDATE scheduled_tasks SET execution_time = '2026-01-01 00:00:00'"
                + " WHERE task_name = 'move-reserves-up' AND picked = FALSE");
        await().atMost(Duration.ofSeconds(30)).until(() -> states().get(2) == ApplicationStatus.APPROVED);
        assertThat(states())
                .containsExactly(ApplicationStatus.CLOSED, ApplicationStatus.WITHDRAWN, ApplicationStatus.APPROVED);
        refused("panel.refused.accept", () -> startups.get(0).run(() -> places.accept(entries.get(0))));
        places.moveUp();
        assertThat(states().get(2)).isEqualTo(ApplicationStatus.APPROVED);
        startups.get(2).run(() -> places.accept(entries.get(2)));
        await().until(() -> !startups.get(2).get(() -> projects.mine()).isEmpty());
    }

    @Test
    void whoWithdrawsBeforeThePublicationLeavesThePlaceToTheNext() {
        UUID ballot = administrator.get(() -> rankings.submit(call));
        vote(ballot, VoteChoice.APPROVE);
        administrator.run(() -> panels.close(ballot, "회의록"));
        startups.get(0).run(() -> applications.withdraw(entries.get(0)));
        administrator.run(() -> rankings.publish(ballot, "점수 순서입니다"));
        assertThat(states())
                .containsExactly(ApplicationStatus.WITHDRAWN, ApplicationStatus.APPROVED, ApplicationStatus.WAITLISTED);
    }

    @Test
    void theOfficeEndsTheReserveAndEverybodyIsFree() {
        published();
        administrator.run(() -> places.endReserve(call));
        assertThat(states())
                .containsExactly(ApplicationStatus.APPROVED, ApplicationStatus.CLOSED, ApplicationStatus.CLOSED);
    }

    @Test
    void lettersArePreviewedAsSentKeptAndNeverSentTwice() throws Exception {
        administrator.run(() -> letters.write(
                call,
                LetterKind.WAITLISTED,
                new LetterText("예비 {place}번", "{applicant} 귀중: {points}점", "Reserve no. {place}", "To {applicant}")));
        mvc.perform(post("/program/calls/{call}/letters/templates/REJECTED", call)
                        .with(administrator.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("subjectKo", "제목")
                        .param("bodyKo", "{salary}")
                        .param("subjectEn", "Subject")
                        .param("bodyEn", "Body"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No variable has this name: salary")));
        assertThat(administrator.get(() -> letters.preview(call))).isEmpty();
        published();
        List<LetterView> due = administrator.get(() -> letters.preview(call));
        assertThat(due)
                .extracting(LetterView::kind)
                .containsExactly(LetterKind.APPROVED, LetterKind.WAITLISTED, LetterKind.WAITLISTED);
        for (String language : List.of("ko", "en")) {
            readable("/program/calls/" + call + "/letters", language, administrator);
            readable("/program/calls/" + call + "/letters/templates/REJECTED", language, administrator);
        }
        assertThat(administrator.get(() -> letters.send(call))).isEqualTo(3);
        assertThat(administrator.get(() -> letters.send(call))).isZero();

        LetterView got = startups.get(1).get(() -> letters.mine(entries.get(1))).get(0);
        assertThat(got.text()).isEqualTo(due.get(1).text());
        assertThat(got.text().subjectKo()).isEqualTo("예비 2번");
        assertThat(got.text().bodyKo()).contains("75.00점");
        String page = "/startup/applications/" + entries.get(1) + "/letters/" + got.id();
        readable(page, "ko", startups.get(1));
        mvc.perform(get("/startup/applications/{a}/letters/{l}", entries.get(0), got.id())
                        .with(startups.get(0).signedIn()))
                .andExpect(status().isNotFound());
        // Who moves up later gets the next letter without a press.
        startups.get(0).run(() -> places.giveUp(entries.get(0), ""));
        assertThat(startups.get(1).get(() -> letters.mine(entries.get(1))))
                .extracting(LetterView::kind)
                .containsExactly(LetterKind.WAITLISTED, LetterKind.APPROVED);
    }

    @Test
    void presentersAreGivenTimesAreToldAndGetACalendarFile() throws Exception {
        administrator.run(() -> presentations.assign(call, "대회의실"));
        assertThat(startups.get(0).get(() -> presentations.mine(entries.get(0))))
                .isNull();
        administrator.run(() -> presentations.move(call, entries.get(0), 3));
        assertThat(administrator.get(() -> presentations.plan(call)).slots())
                .extracting(slot -> slot.application().id())
                .containsExactly(entries.get(2), entries.get(1), entries.get(0));
        assertThat(administrator.get(() -> presentations.tell(call))).isEqualTo(3);
        PresentationView mine = Objects.requireNonNull(startups.get(0).get(() -> presentations.mine(entries.get(0))));
        assertThat(mine.startsAt()).isEqualTo("2100-01-15T01:40:00Z");
        assertThat(startups.get(0).get(() -> presentations.calendar(entries.get(0), Locale.KOREAN)))
                .contains("DTSTART:21000115T014000Z", "LOCATION:대회의실", "SEQUENCE:1");
        mvc.perform(get("/startup/applications/{a}/presentation.ics", entries.get(0))
                        .with(startups.get(0).signedIn()))
                .andExpect(header().string("Content-Type", containsString("text/calendar")));
        mvc.perform(get("/startup/applications/{a}/presentation.ics", entries.get(0))
                        .with(startups.get(1).signedIn()))
                .andExpect(status().isNotFound());
        for (String language : List.of("ko", "en")) {
            readable("/program/calls/" + call + "/presentations", language, administrator);
            readable("/startup/applications/" + entries.get(0) + "/decision", language, startups.get(0));
        }
    }

    private void published() {
        UUID ballot = administrator.get(() -> rankings.submit(call));
        vote(ballot, VoteChoice.APPROVE);
        administrator.run(() -> {
            panels.close(ballot, "회의록");
            rankings.publish(ballot, "점수 순서입니다");
        });
    }

    private void vote(UUID ballot, VoteChoice choice) {
        members.forEach(member -> member.run(() -> votes.vote(ballot, new CastVote(choice, "보았습니다", List.of()))));
    }

    private List<ApplicationStatus> states() {
        List<ApplicationStatus> states = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            UUID entry = entries.get(i);
            states.add(startups.get(i).get(() -> applications.mine(entry)).status());
        }
        return states;
    }

    private PlaceView place(int number) {
        return Objects.requireNonNull(startups.get(number).get(() -> places.mine(entries.get(number))));
    }

    private void readable(String path, String language, ActAs reader) throws Exception {
        mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
