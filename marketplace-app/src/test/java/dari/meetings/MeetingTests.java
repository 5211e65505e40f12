package dari.meetings;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.HistoryLine;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.Marketplace;
import dari.support.People;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class MeetingTests {

    @Autowired
    Meetings meetings;

    @Autowired
    Introductions introductions;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs hospital;
    private IntroductionId talk;
    private Instant first;
    private Instant second;

    @BeforeEach
    void twoSidesThatTalk() {
        startup = people.aStartup();
        hospital = people.aHospital();
        talk = startup.get(() -> introductions.declare(
                marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms())),
                marketplace.published(startup, aNeed("재입원 예측"))));
        hospital.run(() -> introductions.accept(talk));
        first = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);
        second = first.plus(Duration.ofDays(1));
    }

    @AfterEach
    void leaveNoOffers() {
        marketplace.withdrawOffers();
    }

    @Test
    void oneSideProposesTheOtherPicksAndBothGetTheFile() throws Exception {
        LocalDateTime typed = LocalDateTime.ofInstant(first, ZoneId.of("Asia/Seoul"));
        mvc.perform(post("/introductions/{id}/meetings/new", talk.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("slot1", typed.toString())
                        .param("slot3", typed.plusDays(1).toString())
                        .param("minutes", "45")
                        .param("place", "연구동 3층, 회의실; 왼쪽")
                        .param("note", "일정을 맞춥니다\n둘째 줄"))
                .andExpect(redirectedUrl("/introductions/" + talk.value()));
        MeetingView proposed = startup.get(() -> meetings.of(talk)).get(0);
        assertThat(proposed.slots()).extracting(MeetingView.Slot::startsAt).containsExactly(first, second);
        assertThat(proposed.mayAnswer()).isTrue();
        mvc.perform(get("/home").with(startup.signedIn()))
                .andExpect(content().string(containsString("만날 시간을 골라 주세요: ")));
        mvc.perform(get("/home").with(hospital.signedIn())).andExpect(content().string(containsString("만남 제안의 답: ")));
        String address =
                "/introductions/" + talk.value() + "/meetings/" + proposed.id().value();
        mvc.perform(get(address + "/calendar").with(startup.signedIn())).andExpect(status().isNotFound());
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/introductions/{id}", talk.value())
                            .param("lang", language)
                            .with(startup.signedIn()))
                    .andExpect(content().string(containsString("value=\"" + first + "\"")))
                    .andExpect(content().string(not(containsString("??"))));
            mvc.perform(get("/introductions/{id}", talk.value())
                            .param("lang", language)
                            .with(hospital.signedIn()))
                    .andExpect(content().string(not(containsString("value=\"" + first + "\""))))
                    .andExpect(content().string(not(containsString("??"))));
        }

        mvc.perform(post(address + "/pick")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("slot", second.toString()))
                .andExpect(redirectedUrl("/introductions/" + talk.value()));
        for (ActAs side : List.of(startup, hospital)) {
            String file = mvc.perform(get(address + "/calendar").with(side.signedIn()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            VEvent event = event(file);
            assertThat(Instant.from(((DtStart<?>) property(event, Property.DTSTART)).getDate()))
                    .isEqualTo(second);
            assertThat(Instant.from(((DtEnd<?>) property(event, Property.DTEND)).getDate()))
                    .isEqualTo(second.plus(Duration.ofMinutes(45)));
            assertThat(property(event, Property.LOCATION).getValue()).isEqualTo("연구동 3층, 회의실; 왼쪽");
            assertThat(property(event, Property.DESCRIPTION).getValue()).isEqualTo("일정을 맞춥니다\n둘째 줄");
            assertThat(property(event, Property.UID).getValue())
                    .isEqualTo(proposed.id().value() + "@dari");
            assertThat(file).doesNotContain(startup.email()).doesNotContain(hospital.email());
            assertThat(letters.attachmentsTo(side.email(), "meeting.ics")).contains("STATUS:CONFIRMED");
        }
        assertThat(startup.get(() -> introductions.history(talk)))
                .extracting(HistoryLine::action)
                .endsWith("meeting.proposed", "meeting.agreed");
    }

    @Test
    void aCancelledMeetingLeavesTheCalendars() throws Exception {
        MeetingId id = hospital.get(() -> meetings.propose(talk, proposal(first)));
        startup.run(() -> meetings.pick(talk, id, first));
        startup.run(() -> meetings.cancel(talk, id));
        VEvent event = event(hospital.get(() -> meetings.calendar(talk, id)));
        assertThat(property(event, Property.STATUS).getValue()).isEqualTo("CANCELLED");
        assertThat(property(event, Property.SEQUENCE).getValue()).isEqualTo("1");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        letters.attachmentsTo(hospital.email(), "meeting.ics").contains("STATUS:CANCELLED"));
        refused(startup, () -> meetings.cancel(talk, id), "meetings.rule.over");
    }

    @Test
    void noneSuitsAndThenOthersAreProposed() {
        MeetingId id = hospital.get(() -> meetings.propose(talk, proposal(first)));
        refused(startup, () -> meetings.propose(talk, proposal(second)), "meetings.rule.waiting");
        startup.run(() -> meetings.decline(talk, id, "다음 주가 좋습니다"));
        assertThat(hospital.get(() -> meetings.of(talk)))
                .extracting(MeetingView::status, MeetingView::reason)
                .containsExactly(tuple(MeetingStatus.DECLINED, "다음 주가 좋습니다"));
        MeetingId next = startup.get(() -> meetings.propose(talk, proposal(second)));
        refused(hospital, () -> meetings.pick(talk, next, first), "meetings.rule.slot");
        hospital.run(() -> meetings.pick(talk, next, second));
        refused(hospital, () -> meetings.pick(talk, next, second), "meetings.rule.answered");
    }

    @Test
    void onlyTheOtherSidePicksAndStrangersSeeNothing() throws Exception {
        MeetingId id = hospital.get(() -> meetings.propose(talk, proposal(first)));
        assertThatThrownBy(() -> hospital.run(() -> meetings.pick(talk, id, first)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> startup.run(() -> meetings.cancel(talk, id))).isInstanceOf(NotFoundException.class);
        ActAs otherStartup = people.aStartup();
        IntroductionId theirs = otherStartup.get(() -> introductions.declare(
                marketplace.published(hospital, anOffer("다른 코호트", healthTerms())),
                marketplace.published(otherStartup, aNeed("다른 예측"))));
        hospital.run(() -> introductions.accept(theirs));
        for (Runnable call : List.<Runnable>of(
                () -> meetings.of(talk),
                () -> meetings.pick(talk, id, first),
                () -> meetings.pick(theirs, id, first),
                () -> meetings.calendar(theirs, id),
                () -> meetings.cancel(theirs, id))) {
            assertThatThrownBy(() -> otherStartup.run(call)).isInstanceOf(NotFoundException.class);
        }
        hospital.run(() -> meetings.cancel(talk, id));
        assertThat(startup.get(() -> meetings.of(talk)).get(0).status()).isEqualTo(MeetingStatus.CANCELLED);
    }

    @Test
    void refusesPastTimesPatientsDataAndSidesThatDoNotTalk() throws Exception {
        Instant past = clock.instant().minus(Duration.ofHours(1));
        refused(hospital, () -> meetings.propose(talk, proposal(past)), "meetings.rule.past");
        refused(
                hospital,
                () -> meetings.propose(talk, new NewMeeting(List.of(first), 60, "회의실", "800101-1234567 환자")),
                "documents.refused.rrn");
        mvc.perform(post("/introductions/{id}/meetings/new", talk.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("slot1", "내일")
                        .param("slot2", "2020-01-01T10:00")
                        .param("minutes", "5")
                        .param("place", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("날짜와 시각을 함께 적어 주세요")))
                .andExpect(content().string(containsString("이미 지난 시간입니다")))
                .andExpect(content().string(containsString("10분에서 480분 사이로 적어 주세요")))
                .andExpect(content().string(containsString("어디에서 만나는지 적어 주세요")));
        ActAs other = people.aStartup();
        IntroductionId asked = other.get(() -> introductions.declare(
                marketplace.published(hospital, anOffer("다른 코호트", healthTerms())),
                marketplace.published(other, aNeed("다른 예측"))));
        refused(other, () -> meetings.propose(asked, proposal(first)), "introductions.rule.notMutual");
    }

    @Test
    void aProposalWhoseTimesPassedIsOver() {
        MeetingId id = hospital.get(() -> meetings.propose(talk, proposal(first)));
        meetings.expireUnanswered();
        assertThat(startup.get(() -> meetings.of(talk)).get(0).status()).isEqualTo(MeetingStatus.PROPOSED);
        database.sql("UPDATE meeting SET last_slot = '2020-01-01 00:00:00' WHERE id = :id")
                .param("id", IdBytes.of(id.value()))
                .update();
        meetings.expireUnanswered();
        assertThat(startup.get(() -> meetings.of(talk)).get(0).status()).isEqualTo(MeetingStatus.EXPIRED);
        startup.run(() -> meetings.propose(talk, proposal(second)));
    }

    private static NewMeeting proposal(Instant slot) {
        return new NewMeeting(List.of(slot), 60, "회의실", "");
    }

    private static VEvent event(String file) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        calendar.validate();
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static Property property(VEvent event, String name) {
        return event.<Property>getProperty(name).orElseThrow();
    }

    private static void refused(ActAs side, Runnable call, String rule) {
        assertThatThrownBy(() -> side.run(call))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
