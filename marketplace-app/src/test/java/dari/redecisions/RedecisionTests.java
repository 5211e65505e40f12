package dari.redecisions;

import static dari.support.Marketplace.aBoard;
import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static dari.support.Marketplace.notForSale;
import static java.nio.charset.StandardCharsets.UTF_8;
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

import dari.admin.Awards;
import dari.admin.Calls;
import dari.admin.PlannedMilestone.Holder;
import dari.admin.forms.LocalText;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import dari.admin.milestones.Milestones;
import dari.agreements.AgreementTalks;
import dari.agreements.Agreements;
import dari.approvals.Approvals;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.boardforms.BoardForms;
import dari.boards.BoardContent;
import dari.boards.Boards;
import dari.documents.AskedContent;
import dari.documents.AskedDocuments;
import dari.documents.AskedView;
import dari.documents.DocumentKind;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.matching.permission.strict.StrictRules;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.projects.Approval;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.redecisions.Grounds.Change;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import dari.workspace.WaitingItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@DariTest
class RedecisionTests {

    private static final UseTerms NOT_FOR_SALE = healthTerms().with(Term.COMMERCIAL_USE, false);

    @Autowired
    Journey journey;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Offers offers;

    @Autowired
    Boards boards;

    @Autowired
    Projects projects;

    @Autowired
    Agreements agreements;

    @Autowired
    AgreementTalks talks;

    @Autowired
    AskedDocuments asked;

    @Autowired
    BoardForms forms;

    @Autowired
    Approvals approvals;

    @Autowired
    Calls calls;

    @Autowired
    Awards awards;

    @Autowired
    Milestones milestones;

    @Autowired
    JdbcClient database;

    @Autowired
    Redecisions redecisions;

    @Autowired
    Redeciding redeciding;

    @Autowired
    RedecisionCauses causes;

    @Autowired
    RedecisionWork work;

    @Autowired
    ProjectFootingRepository footings;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private ActAs seller;
    private ActAs office;
    private OfferId offer;
    private ProjectView sold;

    @BeforeEach
    void aProjectThatSells() {
        seller = people.aStartup();
        office = people.aHospital();
        offer = marketplace.published(office, anOffer("당뇨병 코호트", healthTerms()));
        sold = journey.project(seller, office, offer, aNeed("재입원 예측"));
        await().until(() -> footings.findById(sold.id()).isPresent());
    }

    @Test
    void termsThatChangeMakeATaskWhereTheyMatterAndNowhereElseHoweverOftenTheyAreDecided() throws Exception {
        ActAs other = people.aStartup();
        ProjectView free = journey.project(other, office, offer, notForSale(aNeed("재입원 예측")));
        await().until(() -> footings.findById(free.id()).isPresent());

        office.run(() -> offers.revise(offer, anOffer("당뇨병 코호트", NOT_FOR_SALE)));
        List<Redecisions.Effect> effects = office.get(() -> redecisions.preview(offer));
        assertThat(effects).hasSize(2);
        assertThat(effects)
                .filteredOn(effect -> effect.project().id().equals(sold.id()))
                .singleElement()
                .satisfies(effect -> assertThat(effect.changes())
                        .singleElement()
                        .satisfies(change -> assertThat(change.valueAfter()).isEqualTo("DENY NCU")));
        assertThat(effects)
                .filteredOn(effect -> effect.project().id().equals(free.id()))
                .allMatch(effect -> effect.changes().isEmpty());
        assertThat(tasks()).isEmpty(); // a draft changes nothing

        office.run(() -> offers.publish(offer));
        await().until(() -> !tasks().isEmpty());
        await().until(() -> footings.findById(free.id()).orElseThrow().offerRevision() == 2);
        redeciding.decide(sold.id());
        causes.decideAll();
        publish(anOffer("당뇨병 코호트", NOT_FOR_SALE));
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.remedy()).isEqualTo(Remedy.AMENDMENT);
            assertThat(task.signed()).isFalse();
            assertThat(task.due()).isAfter(LocalDate.now(clock));
        });
        assertThat(other.get(() -> redecisions.of(free.id()))).isEmpty();
        assertThat(office.get(() -> redecisions.of(sold.id()))).hasSize(1);
        assertThat(history.of(List.of(sold.id().value())))
                .extracting(HistoryLine::action)
                .containsOnlyOnce("redecision.task");

        assertThat(office.get(() -> work.waitingFor(office.actor()))).hasSize(1);
        assertThat(work.waitingFor(other.actor())).isEmpty();
        mvc.perform(get("/projects/{id}/changes", sold.id().value())
                        .param("lang", "en")
                        .with(seller.signedIn()))
                .andExpect(content().string(containsString("Commercial use is not permitted")));
        readable("/projects/" + sold.id().value(), seller);
        readable("/projects/" + sold.id().value() + "/changes", seller);
        readable("/projects/" + sold.id().value() + "/changes", office);
        readable("/hospital/changes", office);
        readable("/hospital/offers/" + offer.value() + "/effects", office);
        readable("/hospital/offers/" + offer.value() + "/preview", office);

        ActAs elsewhere = people.aHospital();
        UUID task = tasks().get(0).id();
        assertThat(elsewhere.get(() -> redecisions.mine(0, 20)).getContent()).isEmpty();
        for (ActAs stranger : List.of(elsewhere, other)) {
            assertThatThrownBy(() -> stranger.get(() -> redecisions.of(sold.id())))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> elsewhere.run(() -> redecisions.keep(task, "남의 것")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> elsewhere.get(() -> redecisions.preview(offer)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsAnsweredStandsWhatIsTakenBackGoesAndAnEndLeavesNothingOpen() {
        publish(anOffer("당뇨병 코호트", NOT_FOR_SALE));
        UUID task = tasks().get(0).id();
        refused("redecisions.rule.notYours", () -> seller.run(() -> redecisions.acknowledge(task)));
        refused("redecisions.rule.missing.AMENDMENT", () -> office.run(() -> redecisions.takeOver(task)));
        publish(anOffer("당뇨병 코호트", healthTerms()));
        assertThat(tasks()).extracting(ChangeTaskView::state).containsExactly(TaskState.SUPERSEDED);

        publish(anOffer("당뇨병 코호트", NOT_FOR_SALE));
        UUID again = tasks().get(0).id();
        office.run(() -> redecisions.keep(again, "계약이 끝날 때까지 그대로 둡니다"));
        refused("redecisions.rule.answered", () -> office.run(() -> redecisions.keep(again, "다시")));
        assertThat(redeciding.decide(sold.id())).isZero();
        assertThat(tasks()).extracting(ChangeTaskView::state).containsExactly(TaskState.KEPT, TaskState.SUPERSEDED);

        publish(anOffer("당뇨병 코호트", NOT_FOR_SALE.with(Term.AI_TRAIN, false)));
        assertThat(tasks()).filteredOn(ChangeTaskView::isOpen).hasSize(2); // the verdict's reasons and the clause
        office.run(() -> projects.end(sold.id(), "그만둡니다"));
        await().until(() -> tasks().stream().noneMatch(ChangeTaskView::isOpen));
        publish(anOffer("당뇨병 코호트", healthTerms().with(Term.AI_TRAIN, false)));
        assertThat(tasks()).hasSize(4).noneMatch(ChangeTaskView::isOpen);
    }

    @Test
    void boardsTiersDutiesAndRulesAreComparedAndASignedAmendmentTakesThemOver() {
        office.get(() -> boards.add(aBoard(1, "데이터심의위원회")));
        await().until(() -> !tasks().isEmpty());
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.change().either().subject()).isEqualTo(Subject.BOARD);
            assertThat(task.remedy()).isEqualTo(Remedy.LOOK);
            refused("redecisions.rule.missing.LOOK", () -> office.run(() -> redecisions.takeOver(task.id())));
        });
        office.run(() -> projects.recordApproval(sold.id(), Approval.APPROVED, "IRB-1", LocalDate.of(2099, 1, 1)));
        sign();

        UseTerms published = healthTerms().with(Term.PUBLICATION_RESULTS, true);
        publish(anOffer("당뇨병 코호트", published, Delivery.FILE));
        assertThat(remedyOf(Subject.TIER)).isEqualTo(Remedy.LOOK);
        assertThat(remedyOf(Subject.DUTY)).isEqualTo(Remedy.AMENDMENT);
        assertThat(remedyOf(Subject.CLAUSE)).isEqualTo(Remedy.AMENDMENT); // how the data are given
        ChangeTaskView duty = of(Subject.DUTY);
        assertThat(duty.signed()).isTrue();
        assertThat(seller.get(() -> agreements.of(sold.id()).orElseThrow().effectiveSince()))
                .isNotNull(); // binds as it was signed
        refused("redecisions.rule.missing.AMENDMENT", () -> office.run(() -> redecisions.takeOver(duty.id())));
        office.run(() -> agreements.amend(sold.id(), LocalDate.of(2098, 1, 1), "조건이 바뀌었습니다"));
        refused("redecisions.rule.missing.AMENDMENT", () -> office.run(() -> redecisions.takeOver(duty.id())));
        sign();
        office.run(() -> redecisions.takeOver(duty.id()));
        assertThat(of(Subject.DUTY).state()).isEqualTo(TaskState.TAKEN_OVER);
        ChangeTaskView clause = of(Subject.CLAUSE);
        refused("redecisions.rule.unsaid", () -> office.run(() -> redecisions.takeOver(clause.id())));
        office.run(() -> agreements.amend(sold.id(), LocalDate.of(2098, 1, 2), "조항을 바꿉니다"));
        reword(Objects.requireNonNull(clause.change().before()).nameKo(), "가공한 결과를 파일로 보냅니다.");
        sign();
        office.run(() -> redecisions.takeOver(clause.id()));
        assertThat(of(Subject.CLAUSE).state()).isEqualTo(TaskState.TAKEN_OVER);
        assertThat(redeciding.decide(sold.id())).isZero();

        Ground old = Ground.of(Subject.RULES, "permission", "strict-0");
        transaction.executeWithoutResult(
                nothing -> footings.lock(sold.id()).orElseThrow().takeOver(new Change(null, old)));
        redeciding.decide(sold.id());
        ChangeTaskView rules = of(Subject.RULES);
        assertThat(rules.change().valueAfter()).isEqualTo(StrictRules.VERSION);
        assertThat(rules.remedy()).isEqualTo(Remedy.TOLD);
        seller.run(() -> redecisions.acknowledge(rules.id()));
        assertThat(redeciding.decide(sold.id())).isZero();
    }

    @Test
    void papersOfABoardTheCallAndItsStepsAreComparedAndOtherBoardsAreTriedBeforeTheyAreSaved() throws Exception {
        BoardContent content = aBoard(1, "데이터심의위원회");
        assertThat(tried("/hospital/boards/new", content)).contains("데이터심의위원회", sold.number());
        assertThat(office.get(() -> boards.mine())).isEmpty(); // nothing is kept
        UUID board = office.get(() -> boards.add(content));
        await().until(() -> !tasks().isEmpty());
        ask("사업계획서", "Business plan");
        BoardContent wanting = asking(content, "사업계획서");
        office.run(() -> boards.change(board, wanting));
        office.run(() -> forms.change(
                board,
                form -> form.withQuestion(
                        form.sections().get(0).id(),
                        Question.written(
                                "question-1",
                                QuestionKind.LONG_TEXT,
                                new LocalText("보호 조치", "Safeguards"),
                                new LocalText("", ""),
                                500))));
        causes.decideAll();
        assertThat(tasks()).hasSize(1); // the board is new to the project, and so is all that it asks for
        office.run(() -> approvals.renewRoute(sold.id()));

        ask("보안서약서", "Security pledge");
        BoardContent more = asking(content, "사업계획서", "보안서약서");
        assertThat(tried("/hospital/boards/" + board, more)).contains("사업계획서, 보안서약서", sold.number());
        assertThat(tasks()).hasSize(1);
        office.run(() -> boards.change(board, more));
        await().until(() -> tasks().size() == 2);
        assertThat(remedyOf(Subject.PAPERS)).isEqualTo(Remedy.TOLD);
        office.run(() -> forms.change(board, form -> form.withoutQuestion("question-1")));
        causes.decideAll();
        assertThat(remedyOf(Subject.QUESTIONS)).isEqualTo(Remedy.TOLD);
        seller.run(() -> redecisions.acknowledge(of(Subject.QUESTIONS).id()));
        office.run(() -> boards.change(board, wanting));
        await().until(() -> of(Subject.PAPERS).state() == TaskState.SUPERSEDED);
        assertThat(tried("/hospital/boards/" + board + "/remove", more)).contains(sold.number());
        office.run(() -> projects.recordApproval(sold.id(), Approval.APPROVED, "IRB-1", LocalDate.of(2099, 1, 1)));
        office.run(() -> boards.change(board, more)); // of no concern to what was agreed on paper
        causes.decideAll();
        assertThat(tasks()).filteredOn(task -> task.isOpen()).hasSize(1);

        ActAs administrator = people.anAdministrator();
        UUID call = awards.call(sold.application()).orElseThrow().call();
        administrator.run(() -> calls.extend(call, LocalDate.of(2100, 1, 31), "더 받습니다"));
        await().until(() -> !ofAll(Subject.CALL).isEmpty());
        assertThat(remedyOf(Subject.CALL)).isEqualTo(Remedy.TOLD);
        administrator.run(() -> milestones.add(
                sold.application(), new LocalText("자료 목록", "List of data"), Holder.HOSPITAL, LocalDate.of(2099, 3, 1)));
        await().until(() -> !ofAll(Subject.STEP).isEmpty());
        ChangeTaskView step = of(Subject.STEP);
        assertThat(step.remedy()).isEqualTo(Remedy.TOLD_HOSPITAL);
        assertThat(office.get(() -> work.waitingFor(office.actor())))
                .extracting(WaitingItem::titleKey)
                .contains("redecisions.waiting.TOLD_HOSPITAL");
        readable("/projects/" + sold.id().value() + "/changes", office);
        refused("redecisions.rule.notYours", () -> seller.run(() -> redecisions.acknowledge(step.id())));
        refused("redecisions.rule.notYours", () -> office.run(() -> redecisions.keep(step.id(), "그대로")));
        office.run(() -> redecisions.takeOver(step.id()));
        administrator.run(() ->
                milestones.move(sold.application(), step.change().either().about(), LocalDate.of(2099, 2, 1), "앞당깁니다"));
        await().until(() -> ofAll(Subject.STEP).size() == 2);
        administrator.run(() -> calls.cancel(call, "그만둡니다"));
        await().until(() -> of(Subject.CALL).remedy() == Remedy.AMENDMENT);
        assertThat(ofAll(Subject.CALL))
                .extracting(ChangeTaskView::state)
                .containsExactly(TaskState.OPEN, TaskState.SUPERSEDED);
    }

    @Test
    void severalThatDecideTheSameProjectForTheFirstTimeNeitherFailNorBlockEachOther() throws Exception {
        transaction.executeWithoutResult(nothing -> database.sql("DELETE FROM project_footing WHERE id = :id")
                .param("id", IdBytes.of(sold.id().value()))
                .update());
        CyclicBarrier together = new CyclicBarrier(3);
        List<CompletableFuture<Void>> all = IntStream.range(0, 3)
                .mapToObj(turn -> CompletableFuture.runAsync(() -> {
                    meet(together);
                    causes.decide(sold.id());
                }))
                .toList();
        for (CompletableFuture<Void> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        assertThat(footings.findById(sold.id())).isPresent();
        assertThat(tasks()).isEmpty();
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(String nameKo, String nameEn) {
        office.run(() -> asked.addToMyHospital(new AskedContent(DocumentKind.OTHER, nameKo, nameEn, true, "", "")));
    }

    /** The board with these papers of the hospital's list. */
    private BoardContent asking(BoardContent board, String... names) {
        List<String> wanted = List.of(names);
        return new BoardContent(
                board.place(),
                board.kind(),
                board.nameKo(),
                board.nameEn(),
                board.necessity(),
                board.contact(),
                board.leadDays(),
                board.medianDays(),
                board.week(),
                board.weekday(),
                board.meetings(),
                office.get(() -> asked.ofMyHospital()).stream()
                        .filter(line -> wanted.contains(line.content().nameKo()))
                        .map(AskedView::id)
                        .collect(Collectors.toSet()));
    }

    /** What the page says before the board is saved, in both languages without a gap. */
    private String tried(String page, BoardContent typed) throws Exception {
        String korean = "";
        for (String language : List.of("en", "ko")) {
            MockHttpServletRequestBuilder request = post(page)
                    .param("lang", language)
                    .param("preview", "yes")
                    .param("place", Integer.toString(typed.place()))
                    .param("kind", typed.kind().name())
                    .param("nameKo", typed.nameKo())
                    .param("necessity", typed.necessity().name())
                    .param("contact", typed.contact().name())
                    .param("leadDays", Integer.toString(typed.leadDays()));
            typed.papers().forEach(paper -> request.param("papers", paper.toString()));
            korean = mvc.perform(request.with(office.signedIn()).with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(UTF_8);
        }
        return korean;
    }

    /** One side asks for another wording of the line that says this, and the other accepts it. */
    private void reword(String said, String otherwise) {
        List<String> lines = office.get(() -> agreements.of(sold.id()))
                .orElseThrow()
                .textKo()
                .lines()
                .toList();
        int line = lines.indexOf(
                lines.stream().filter(one -> one.contains(said)).findFirst().orElseThrow());
        String number = lines.get(line).substring(0, lines.get(line).indexOf(said));
        office.run(() -> talks.ask(sold.id(), line, number + otherwise, number + "Otherwise.", "조건이 바뀌었습니다"));
        UUID asked = seller.get(() -> talks.changes(sold.id())).stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .id();
        seller.run(() -> talks.answer(sold.id(), asked, true, "좋습니다"));
    }

    private void publish(OfferContent content) {
        office.run(() -> {
            offers.revise(offer, content);
            offers.publish(offer);
        });
        redeciding.decide(sold.id());
    }

    private void sign() {
        await().until(() -> seller.get(() -> agreements.of(sold.id())).isPresent());
        for (ActAs signer : List.of(seller, office)) {
            signer.run(() -> agreements.sign(
                    sold.id(), "이름", agreements.of(sold.id()).orElseThrow().hash()));
        }
    }

    private void readable(String page, ActAs reader) throws Exception {
        for (String language : List.of("ko", "en")) {
            mvc.perform(get(page).param("lang", language).with(reader.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(key));
    }

    private Remedy remedyOf(Subject subject) {
        return of(subject).remedy();
    }

    private ChangeTaskView of(Subject subject) {
        return ofAll(subject).get(0);
    }

    /** The newest first. */
    private List<ChangeTaskView> ofAll(Subject subject) {
        return tasks().stream()
                .filter(task -> task.change().either().subject() == subject)
                .toList();
    }

    private List<ChangeTaskView> tasks() {
        return seller.get(() -> redecisions.of(sold.id()));
    }
}
