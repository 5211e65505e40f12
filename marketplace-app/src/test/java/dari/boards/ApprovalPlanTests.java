package dari.boards;

import static dari.support.Marketplace.aBoard;
import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.boards.PlanView.Gap;
import dari.boards.PlanView.PaperState;
import dari.boards.PlanView.Question;
import dari.boards.RouteStep.Call;
import dari.documents.AskedContent;
import dari.documents.AskedDocuments;
import dari.documents.DocumentContent;
import dari.documents.DocumentId;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.documents.Party;
import dari.documents.PartyKind;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.introductions.ShownMessage;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.needs.NeedId;
import dari.notifications.Notifications;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** From a hospital's boards, a startup's wallet and the calendar to a plan that both sides read. */
@DariTest
class ApprovalPlanTests {

    @Autowired
    Boards boards;

    @Autowired
    ApprovalPlans plans;

    @Autowired
    AskedDocuments asked;

    @Autowired
    Documents documents;

    @Autowired
    Introductions introductions;

    @Autowired
    Offers offers;

    @Autowired
    Notifications notifications;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    private ActAs hospital;
    private ActAs startup;
    private OfferId offer;
    private NeedId need;

    @BeforeEach
    void aHospitalThatOffers() {
        hospital = people.aHospital();
        startup = people.aStartup();
        offer = marketplace.published(hospital, anOffer("코호트", healthTerms()));
        need = marketplace.published(startup, aNeed("재입원 예측"));
    }

    @AfterEach
    void leaveNoOfferInTheListsOfOthers() {
        marketplace.withdrawOffers();
    }

    @Test
    void theWishedStartIsHeldAgainstTheBoardsAndBothSidesReadTheSame() throws Exception {
        hospital.run(() -> {
            boards.add(aBoard(2, "연구윤리위원회"));
            boards.add(aBoard(1, "데이터심의위원회"));
            boards.reckonWith(new AfterBoards(10, 4));
        });
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        startup.run(() -> plans.wish(offer, today.plusDays(20), null));
        PlanView late = startup.get(() -> plans.plan(offer));
        assertThat(late.steps())
                .extracting(step -> step.board().content().nameKo())
                .containsExactly("데이터심의위원회", "연구윤리위원회");
        assertThat(late.holds()).isFalse();
        assertThat(late.steps().get(0).isTooLate()).isTrue();
        LocalDate earliest = Objects.requireNonNull(late.earliestStart());
        assertThat(late.daysLate())
                .isEqualTo(earliest.toEpochDay() - today.plusDays(20).toEpochDay());

        startup.run(() -> plans.wish(offer, earliest, null));
        PlanView held = startup.get(() -> plans.plan(offer));
        assertThat(held.holds()).isTrue();
        assertThat(held.steps()).noneMatch(PlanView.Step::isTooLate);

        IntroductionId talk = startup.get(() -> introductions.declare(offer, need));
        PlanView theirs = hospital.get(() -> plans.plan(talk));
        assertThat(theirs.wished()).isEqualTo(held.wished());
        assertThat(theirs.earliestStart()).isEqualTo(held.earliestStart());
        assertThat(theirs.steps())
                .extracting(PlanView.Step::latest)
                .isEqualTo(held.steps().stream().map(PlanView.Step::latest).toList());
        assertThatThrownBy(() -> people.aHospital().run(() -> plans.plan(talk))).isInstanceOf(NotFoundException.class);
        for (String language : List.of("ko", "en")) {
            for (ActAs reader : List.of(startup, hospital)) {
                mvc.perform(get("/introductions/{id}/plan", talk.value())
                                .param("lang", language)
                                .with(reader.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("데이터심의위원회")))
                        .andExpect(content().string(containsString("datetime=\"" + earliest + "\"")));
            }
        }
        mvc.perform(get("/introductions/{id}", talk.value()).with(hospital.signedIn()))
                .andExpect(content().string(containsString("/introductions/" + talk.value() + "/plan")));
        mvc.perform(get("/startup/offers/{id}", offer.value()).with(startup.signedIn()))
                .andExpect(content().string(containsString("/startup/offers/" + offer.value() + "/plan")));
    }

    @Test
    void aBoardOnlyForDataThatLeaveIsNotOnTheWayOfThoseThatStay() {
        BoardContent leaving = with(aBoard(1, "반출 심의"), Necessity.WHEN_DATA_LEAVE, 10);
        BoardContent trials = with(aBoard(2, "임상시험 심의"), Necessity.WHEN_PROSPECTIVE, 10);
        hospital.run(() -> {
            boards.add(leaving);
            boards.add(trials);
        });
        PlanView plan = startup.get(() -> plans.plan(offer)); // the offer allows downloads
        assertThat(plan.steps()).extracting(PlanView.Step::call).containsExactly(Call.NEEDED, Call.NOT_NEEDED);
    }

    @Test
    void papersAreThereMissingOrEndBeforeTheDecisionAndTheHospitalSeesOnlyWhatItWasShown() {
        UUID pledge = aPaper(DocumentKind.SECURITY_PLEDGE, "보안 서약");
        UUID training = aPaper(DocumentKind.TRAINING_CERTIFICATE, "교육 이수증");
        aPaper(DocumentKind.RESEARCH_PROTOCOL, "연구계획서");
        BoardContent board = aBoard(1, "데이터심의위원회");
        hospital.run(() -> boards.add(new BoardContent(
                1,
                board.kind(),
                board.nameKo(),
                "",
                board.necessity(),
                board.contact(),
                0,
                40,
                null,
                null,
                List.of(),
                Set.of(pledge, training))));
        DocumentId mine = document(DocumentKind.SECURITY_PLEDGE, null);
        document(
                DocumentKind.TRAINING_CERTIFICATE,
                LocalDate.now(clock.withZone(seoul)).plusDays(35));

        PlanView plan = startup.get(() -> plans.plan(offer));
        assertThat(plan.steps().get(0).papers())
                .extracting(PlanView.Paper::state)
                .containsExactly(PaperState.THERE, PaperState.ENDS_BEFORE);
        assertThat(plan.others()).extracting(PlanView.Paper::state).containsExactly(PaperState.MISSING);
        assertThat(plan.lacking()).isEqualTo(2);

        IntroductionId talk = startup.get(() -> introductions.declare(offer, need));
        assertThat(states(talk)).containsExactly(PaperState.NOT_SHOWN, PaperState.NOT_SHOWN);
        startup.run(() -> documents.grant(
                List.of(mine),
                new Party(PartyKind.HOSPITAL, hospital.organization().id().value())));
        assertThat(states(talk)).containsExactly(PaperState.THERE, PaperState.NOT_SHOWN);
    }

    @Test
    void whatTheRulesDoNotSayIsAskedInTheConversationAndTheContactLearnsIt() throws Exception {
        assertThat(startup.get(() -> plans.plan(offer)).questions())
                .extracting(Question::gap)
                .containsExactly(Gap.NO_BOARDS);
        hospital.run(() -> {
            boards.add(with(aBoard(1, "데이터심의위원회"), Necessity.CASE_BY_CASE, 10));
            boards.add(with(aBoard(2, "윤리위원회"), Necessity.ALWAYS, null));
        });
        ActAs secretary = people.colleagueOf(hospital, Role.HOSPITAL_BOARD_SECRETARY);
        PlanView plan = startup.get(() -> plans.plan(offer));
        assertThat(plan.questions()).extracting(Question::gap).containsExactly(Gap.UNDECIDED, Gap.NO_MEDIAN);
        assertThat(plan.questions()).extracting(Question::contact).containsOnly(Role.HOSPITAL_BOARD_SECRETARY);

        assertThatThrownBy(() -> startup.run(() -> plans.ask(offer, Role.HOSPITAL_BOARD_SECRETARY, "필요한가요?", "ko")))
                .as("they do not talk yet")
                .isInstanceOf(RuleBrokenException.class);
        IntroductionId talk = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(talk));
        mvc.perform(get("/startup/offers/{id}/plan", offer.value())
                        .param("lang", "en")
                        .with(startup.signedIn()))
                .andExpect(content().string(containsString("need a decision of “데이터심의위원회”")));
        mvc.perform(post("/startup/offers/{id}/plan/questions", offer.value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("contact", "HOSPITAL_BOARD_SECRETARY")
                        .param("text", "심의가 필요한가요?"))
                .andExpect(redirectedUrl("/introductions/" + talk.value()));
        assertThat(hospital.get(() -> introductions.thread(talk)))
                .extracting(ShownMessage::body)
                .containsExactly("심의가 필요한가요?");
        assertThat(secretary.get(() -> notifications.unread(secretary.actor().user())))
                .isPositive();
        mvc.perform(post("/startup/offers/{id}/plan/questions", offer.value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("contact", "HOSPITAL_BOARD_SECRETARY")
                        .param("text", "주민번호 800101-1234561 환자"))
                .andExpect(redirectedUrl("/startup/offers/" + offer.value() + "/plan"));
        assertThat(hospital.get(() -> introductions.thread(talk))).hasSize(1);
    }

    @Test
    void theDeskKeepsBoardsAndSaysWhatIsWrongWithThem() throws Exception {
        mvc.perform(post("/hospital/boards/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("place", "1")
                        .param("kind", "IRB")
                        .param("nameKo", "")
                        .param("necessity", "ALWAYS")
                        .param("contact", "HOSPITAL_OFFICE")
                        .param("leadDays", "14")
                        .param("week", "2")
                        .param("meetings", "2027-13-14"))
                .andExpect(content().string(containsString("Give the board&#39;s name.")))
                .andExpect(content().string(containsString("Write days as in 2027-01-14.")))
                .andExpect(content().string(containsString("Choose week and weekday together.")));
        mvc.perform(post("/hospital/boards/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("place", "1")
                        .param("kind", "IRB")
                        .param("nameKo", "윤리위원회")
                        .param("necessity", "ALWAYS")
                        .param("contact", "HOSPITAL_OFFICE")
                        .param("leadDays", "14")
                        .param("medianDays", "20")
                        .param("meetings", "2027-01-14, 2027-02-11"))
                .andExpect(status().is3xxRedirection());
        BoardView kept = hospital.get(() -> boards.mine()).get(0);
        assertThat(kept.content().meetings())
                .containsExactly(LocalDate.parse("2027-01-14"), LocalDate.parse("2027-02-11"));
        for (String path : List.of("/hospital/boards", "/hospital/boards/" + kept.id(), "/hospital/boards/new")) {
            mvc.perform(get(path).param("lang", "en").with(hospital.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(startsWith("<!doctype html>")));
        }
        assertThatThrownBy(() -> hospital.run(() -> boards.change(
                        kept.id(),
                        new BoardContent(
                                1,
                                BoardKind.IRB,
                                "윤리위원회",
                                "",
                                Necessity.ALWAYS,
                                Role.HOSPITAL_OFFICE,
                                1,
                                1,
                                null,
                                null,
                                List.of(),
                                Set.of(UUID.randomUUID())))))
                .as("a paper of nobody's list")
                .isInstanceOf(NotFoundException.class);
        hospital.run(() -> boards.remove(kept.id()));
        assertThat(hospital.get(() -> boards.mine())).isEmpty();
    }

    private List<PaperState> states(IntroductionId talk) {
        return hospital.get(() -> plans.plan(talk)).steps().get(0).papers().stream()
                .map(PlanView.Paper::state)
                .toList();
    }

    private UUID aPaper(DocumentKind kind, String name) {
        return hospital.get(() -> {
            asked.addToMyHospital(new AskedContent(kind, name, name, true, "", ""));
            return asked.ofMyHospital().get(asked.ofMyHospital().size() - 1).id();
        });
    }

    private DocumentId document(DocumentKind kind, @Nullable LocalDate expires) {
        return startup.get(() -> documents.add(
                new DocumentContent(kind, "서류", "", "", null, expires),
                new MockMultipartFile("file", "a.txt", null, kind.name().getBytes(StandardCharsets.UTF_8))));
    }

    private static BoardContent with(BoardContent board, Necessity necessity, @Nullable Integer median) {
        return new BoardContent(
                board.place(),
                board.kind(),
                board.nameKo(),
                "",
                necessity,
                board.contact(),
                board.leadDays(),
                median,
                board.week(),
                board.weekday(),
                List.of(),
                Set.of());
    }
}
