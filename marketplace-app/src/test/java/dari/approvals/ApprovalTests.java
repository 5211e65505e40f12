package dari.approvals;

import static dari.support.Marketplace.aBoard;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static dari.support.Marketplace.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.audit.HistoryLine;
import dari.boards.BoardContent;
import dari.boards.Boards;
import dari.boards.Necessity;
import dari.duties.DutySource;
import dari.duties.DutyView;
import dari.duties.ProjectDuties;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import dari.projects.AccessGate;
import dari.projects.Approval;
import dari.projects.ConditionState;
import dari.projects.ProjectMade;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import dari.sandboxes.Tier;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DariTest
class ApprovalTests {

    private static final Path RECIPE = Path.of("../sandbox-provisioner/src/demo/recipes/omop.yaml");
    private static final LocalDate NEXT_YEAR = LocalDate.of(2099, 1, 1);

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Boards boards;

    @Autowired
    Approvals approvals;

    @Autowired
    BoardVotes votes;

    @Autowired
    Sittings sittings;

    @Autowired
    Projects projects;

    @Autowired
    Preparation preparation;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    ProjectDuties projectDuties;

    @Autowired
    AccessGate gate;

    @Autowired
    History history;

    @Autowired
    ApprovalRoutes ways;

    @Autowired
    Impartiality impartiality;

    @Autowired
    BoardSittingRepository meetings;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs office;
    private ActAs steward;
    private ActAs board;
    private ActAs privacy;
    private ProjectView project;

    @BeforeEach
    void people() {
        startup = people.aStartup();
        office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        board = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        privacy = people.colleagueOf(office, Role.HOSPITAL_PRIVACY);
    }

    @Test
    void boardsAreAskedInTheirOrderAndTheirWordsOpenTheWay() throws Exception {
        aProject(anOffer("당뇨병 코호트", healthTerms()), 2);
        ApprovalView first = rows().get(0).approval();
        ApprovalView second = rows().get(1).approval();
        assertThat(first.tier()).isEqualTo(Tier.MEDIUM);
        refused("approvals.rule.noRecipe", () -> startup.run(() -> approvals.submit(first.id())));
        theRecipeIs("k: 20");
        refused("approvals.rule.order", () -> startup.run(() -> approvals.submit(second.id())));
        startup.run(() -> approvals.submit(first.id()));
        assertThat(rows().get(0).meeting())
                .isEqualTo(route().rows().get(0).dates().meeting());
        refused(
                "approvals.rule.underWay",
                () -> office.run(() -> projects.recordApproval(project.id(), Approval.APPROVED, "종이", null)));

        everyPageReads(board, "/hospital/looks", "/hospital/looks/" + first.id(), "/home");
        everyPageReads(
                office,
                "/hospital/sittings",
                "/hospital/sittings/" + rows().get(0).approval().sitting());
        refused("approvals.out.author", () -> steward.run(() -> votes.vote(first.id(), VoteChoice.APPROVE, "좋습니다")));
        board.run(() -> votes.vote(first.id(), VoteChoice.APPROVE, "k와 항목을 보았습니다"));
        refused("approvals.rule.twice", () -> board.run(() -> votes.vote(first.id(), VoteChoice.REFUSE, "다시")));
        refused(
                "approvals.rule.votes",
                () -> office.run(() -> sittings.conclude(first.id(), "DRB-1", null, BoardConditions.NONE)));
        assertThat(privacy.get(() -> votes.look(first.id())).votes()).isEmpty(); // not before one's own
        privacy.run(() -> votes.vote(first.id(), VoteChoice.APPROVE_WITH_CHANGES, "기간을 줄여 주세요"));
        assertThat(privacy.get(() -> votes.look(first.id())).votes()).hasSize(2);
        office.run(() -> sittings.conclude(first.id(), "DRB-1", NEXT_YEAR, BoardConditions.NONE));
        assertThat(rows().get(0).approval().state()).isEqualTo(ApprovalState.APPROVED_WITH_CHANGES);
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.TO_APPLY);

        agreed(second.id(), "IRB-7", LocalDate.of(2098, 1, 1));
        ProjectView agreed = projects.facts(project.id());
        assertThat(agreed.approval()).isEqualTo(Approval.APPROVED);
        assertThat(agreed.approvalReference()).isEqualTo("DRB-1, IRB-7");
        assertThat(agreed.approvalUntil()).isEqualTo(LocalDate.of(2098, 1, 1)); // the earliest

        office.run(() -> sittings.suspend(second.id(), "이상 사례가 있었습니다"));
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.TO_APPLY);
        office.run(() -> sittings.lift(second.id()));
        office.run(() -> sittings.renew(second.id(), "IRB-8", NEXT_YEAR));
        assertThat(projects.facts(project.id()).approvalUntil()).isEqualTo(NEXT_YEAR);
        assertThat(history.of(List.of(project.id().value())))
                .extracting(HistoryLine::action)
                .contains("approval.planned", "approval.submitted", "approval.voted", "approval.decided")
                .contains("approval.suspended", "approval.lifted", "approval.renewedUntil");
        everyPageReads(
                startup,
                "/projects/" + project.id().value(),
                "/projects/" + project.id().value() + "/route");
    }

    @Test
    void anotherRecipeSendsTheBoardBackToWork() throws Exception {
        aProject(anOffer("당뇨병 코호트", healthTerms()), 1);
        theRecipeIs("k: 20");
        UUID id = rows().get(0).approval().id();
        agreed(id, "DRB-1", null);
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.APPROVED);
        theRecipeIs("k: 25");
        await().until(() -> rows().get(0).approval().state() == ApprovalState.AMENDMENT);
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.TO_APPLY);
        agreed(id, "DRB-2", null); // votes of the earlier turn do not count
        assertThat(projects.facts(project.id()).approvalReference()).isEqualTo("DRB-2");

        office.run(() -> sittings.suspend(id, "이상 사례가 있었습니다"));
        theRecipeIs("k: 30");
        await().until(() -> rows().get(0).approval().state() == ApprovalState.AMENDMENT);
        refused("approvals.rule.state", () -> office.run(() -> sittings.lift(id))); // nobody agreed to this recipe
    }

    @Test
    void whereTheRulesLeaveItToAPersonThatNobodyIsAskedOpensTheWayAndNowhereElse() {
        office.run(() -> {
            boards.add(caseByCase(aBoard(1, "데이터심의위원회")));
            boards.add(aBoard(2, "윤리위원회"));
        });
        aProjectWith(anOffer("당뇨병 코호트", healthTerms()), 2);
        UUID undecided = rows().get(0).approval().id();
        UUID needed = rows().get(1).approval().id();
        assertThat(rows().get(0).approval().state()).isEqualTo(ApprovalState.UNDECIDED);
        refused("approvals.rule.state", () -> office.run(() -> approvals.settle(needed, false, "바쁩니다")));
        office.run(() -> approvals.settle(undecided, false, "가명처리만 합니다"));
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.TO_APPLY);
        office.run(() -> projects.recordApproval(project.id(), Approval.NOT_NEEDED, "면제-3", null));
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.NOT_NEEDED);
        office.run(() -> approvals.settle(undecided, true, "아무래도 보아야 합니다"));
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.TO_APPLY);
    }

    @Test
    void onlyTheBoardThatAPersonSettledIsLeftOutAndTheProjectNeedsNoWord() {
        office.run(() -> boards.add(caseByCase(aBoard(1, "데이터심의위원회"))));
        aProjectWith(anOffer("당뇨병 코호트", healthTerms()), 1);
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.TO_APPLY);
        office.run(() -> approvals.settle(rows().get(0).approval().id(), false, "가명처리만 합니다"));
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.NOT_NEEDED);
        assertThat(projects.facts(project.id()).approvalReference()).isNull();
    }

    @Test
    void whatWasSaidOnPaperBeforeTheWayWasMadeCountsForItsBoards() {
        project = journey.project(startup, office, anOffer("당뇨병 코호트", healthTerms()));
        office.run(() -> projects.recordApproval(project.id(), Approval.APPROVED, "종이-1", NEXT_YEAR));
        office.run(() -> boards.add(aBoard(1, "데이터심의위원회")));
        ways.on(new ProjectMade(project.id(), 0, null)); // as if its way was made only now
        await().until(() -> rows().size() == 1);
        ApprovalView said = rows().get(0).approval();
        assertThat(said.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(said.onPaper()).isTrue();
        assertThat(said.reference()).isEqualTo("종이-1");
        assertThat(projects.facts(project.id()).approval()).isEqualTo(Approval.APPROVED);
    }

    @Test
    void whatIsTooLongIsRefusedAtTheFormAndManyNumbersFitTheProject() throws Exception {
        aProject(anOffer("당뇨병 코호트", healthTerms()), 2);
        theRecipeIs("k: 20");
        UUID first = rows().get(0).approval().id();
        refusedAtTheForm(
                startup,
                multipart("/approvals/{id}/papers", first)
                        .file(new MockMultipartFile("file", "a.txt", null, new byte[] {65}))
                        .param("title", "가".repeat(161)));
        assertThat(rows().get(0).papers()).isEmpty();
        startup.run(() -> approvals.submit(first));
        refusedAtTheForm(board, post("/hospital/looks/{id}/recuse", first).param("reason", "가".repeat(501)));
        board.run(() -> votes.vote(first, VoteChoice.APPROVE, "보았습니다"));
        privacy.run(() -> votes.vote(first, VoteChoice.APPROVE, "보았습니다"));
        refusedAtTheForm(
                office, post("/hospital/sittings/matters/{id}/conclude", first).param("reference", "가".repeat(121)));
        refused(
                "approvals.rule.past",
                () -> office.run(
                        () -> sittings.conclude(first, "DRB-1", LocalDate.of(2020, 1, 1), BoardConditions.NONE)));
        office.run(() -> sittings.conclude(first, "가".repeat(120), null, BoardConditions.NONE));
        agreed(rows().get(1).approval().id(), "IRB-7", null);
        assertThat(projects.facts(project.id()).approvalReference())
                .hasSize(120)
                .endsWith("…");
    }

    private void refusedAtTheForm(ActAs person, AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        mvc.perform(form.with(person.signedIn()).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("refusal", "approvals.text.bad"));
    }

    private static BoardContent caseByCase(BoardContent board) {
        return new BoardContent(
                board.place(),
                board.kind(),
                board.nameKo(),
                board.nameEn(),
                Necessity.CASE_BY_CASE,
                board.contact(),
                board.leadDays(),
                board.medianDays(),
                board.week(),
                board.weekday(),
                board.meetings(),
                board.papers());
    }

    @Test
    void aPostponementMovesTheDatesAndTurnsRedWhenTheProgramsEndCannotHold() throws Exception {
        aProject(anOffer("당뇨병 코호트", healthTerms()), 2);
        theRecipeIs("k: 20");
        UUID first = rows().get(0).approval().id();
        startup.run(() -> approvals.submit(first));
        LocalDate before = route().start();
        LocalDate end = route().lastDay().plusDays(10);
        ActAs program = people.anAdministrator();
        program.run(() -> approvals.programEnds(project.id(), end));
        assertThat(route().holds()).isTrue();
        LocalDate meeting = rows().get(0).meeting();
        refused(
                "approvals.rule.past",
                () -> office.run(() -> sittings.postpone(first, LocalDate.of(2020, 1, 1), "늦게")));
        office.run(() -> sittings.postpone(first, meeting.plusDays(60), "위원이 모자랍니다"));
        assertThat(route().start()).isAfter(before.plusDays(30));
        assertThat(route().isLate()).isTrue();
        assertThat(rows().get(1).dates().papers()).isAfter(meeting.plusDays(60));
        mvc.perform(get("/projects/{id}/route", project.id().value()).with(startup.signedIn()))
                .andExpect(content().string(containsString("is-late")))
                .andExpect(content().string(containsString("위원이 모자랍니다")));
        UUID sitting = rows().get(0).approval().sitting();
        office.run(() -> sittings.move(sitting, meeting.plusDays(3), "앞당겼습니다"));
        assertThat(route().isLate()).isFalse();
        assertThatThrownBy(() -> startup.run(() -> approvals.programEnds(project.id(), end)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aMeetingThatSomebodyElsePlansAtTheSameMomentIsNotLostNorMadeTwice() throws Exception {
        aProject(anOffer("당뇨병 코호트", healthTerms()), 1);
        theRecipeIs("k: 20");
        ApprovalView first = rows().get(0).approval();
        startup.run(() -> approvals.submit(first.id()));
        ExecutorService colleague = Executors.newSingleThreadExecutor();
        try {
            Future<MvcResult> second = new TransactionTemplate(transactions).execute(planned -> {
                meetings.save(new BoardSitting(
                        UUID.randomUUID(), office.actor().organization(), first.board(), NEXT_YEAR, 3));
                planned.flush();
                Future<MvcResult> sent =
                        colleague.submit(() -> mvc.perform(post("/hospital/sittings/matters/{id}/postpone", first.id())
                                        .param("day", NEXT_YEAR.toString())
                                        .param("reason", "위원이 모자랍니다")
                                        .accept(MediaType.TEXT_HTML)
                                        .with(office.signedIn())
                                        .with(csrf()))
                                .andReturn());
                await().until(this::isBeingWritten);
                return sent;
            });
            assertThat(second.get().getResponse().getStatus()).isEqualTo(409);
            assertThat(second.get().getResponse().getContentAsString()).contains("위원이 모자랍니다");
        } finally {
            colleague.shutdown();
        }
    }

    private boolean isBeingWritten() {
        return database.sql("SELECT COUNT(*) FROM information_schema.processlist"
                                + " WHERE id <> CONNECTION_ID() AND info LIKE 'insert into board_sitting%'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void highRiskTakesACommitteeOfThreeFaceToFaceWithQuorum() throws Exception {
        OfferContent offer = anOffer("당뇨병 코호트", healthTerms());
        aProject(with(offer, Delivery.FILE, offer.arrangements()), 1);
        assertThat(rows().get(0).approval().tier()).isEqualTo(Tier.HIGH);
        theRecipeIs("k: 20");
        UUID id = rows().get(0).approval().id();
        startup.run(() -> approvals.submit(id));
        UUID sitting = rows().get(0).approval().sitting();
        ActAs third = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        refused("approvals.rule.faceToFace", () -> board.run(() -> votes.vote(id, VoteChoice.APPROVE, "좋습니다")));
        office.run(() -> sittings.open(sitting, Set.of(user(board), user(privacy)), 3));
        board.run(() -> votes.vote(id, VoteChoice.APPROVE, "좋습니다"));
        privacy.run(() -> votes.vote(id, VoteChoice.APPROVE, "좋습니다"));
        refused(
                "approvals.rule.quorum",
                () -> office.run(() -> sittings.conclude(id, "DRB-1", null, BoardConditions.NONE)));
        ActAs out = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        out.run(() -> votes.recuse(id, "함께 논문을 썼습니다"));
        office.run(() -> sittings.open(sitting, Set.of(user(board), user(privacy), user(out)), 3));
        refused(
                "approvals.rule.quorum",
                () -> office.run(() -> sittings.conclude(id, "DRB-1", null, BoardConditions.NONE)));
        mvc.perform(get("/hospital/sittings/{id}", sitting).param("lang", "en").with(office.signedIn()))
                .andExpect(content().string(containsString("Without those who stay out, 2 are present")));
        office.run(() -> sittings.open(sitting, Set.of(user(board), user(privacy), user(third)), 3));
        refused(
                "approvals.rule.votes",
                () -> office.run(() -> sittings.conclude(id, "DRB-1", null, BoardConditions.NONE)));
        third.run(() -> votes.vote(id, VoteChoice.REFUSE, "파일은 되돌릴 수 없습니다"));
        office.run(() -> sittings.conclude(id, "DRB-1", null, BoardConditions.NONE));
        assertThat(rows().get(0).approval().state()).isEqualTo(ApprovalState.APPROVED);
        office.run(() -> sittings.close(sitting, "찬성 둘, 반대 하나"));
        everyPageReads(office, "/hospital/sittings/" + sitting, "/hospital/sittings/" + sitting + "/pack");
        mvc.perform(get("/hospital/sittings/{id}/pack", sitting).with(office.signedIn()))
                .andExpect(content().string(containsString("찬성 둘, 반대 하나")))
                .andExpect(content().string(containsString("당뇨병 코호트")));
    }

    @Test
    void whoStaysOutNeitherVotesNorSeesTheVotesAndTheRequestersSideNeverVotes() throws Exception {
        aProject(anOffer("당뇨병 코호트", healthTerms()), 1);
        theRecipeIs("k: 20");
        UUID id = rows().get(0).approval().id();
        startup.run(() -> approvals.submit(id));
        ActAs conflicted = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        conflicted.run(() -> votes.recuse(id, "함께 논문을 썼습니다"));
        refused("approvals.out.recused", () -> conflicted.run(() -> votes.vote(id, VoteChoice.APPROVE, "좋습니다")));
        ActAs later = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        office.run(() -> sittings.recuse(id, user(later), "가족입니다"));
        refused("approvals.out.recused", () -> later.run(() -> votes.vote(id, VoteChoice.APPROVE, "좋습니다")));
        assertThat(impartiality.from(List.of(project.id()), user(later))).containsExactly(project.id());
        assertThat(impartiality.from(List.of(project.id()), user(startup))).containsExactly(project.id());
        assertThat(impartiality.from(List.of(project.id()), user(board))).isEmpty();
        board.run(() -> votes.vote(id, VoteChoice.APPROVE, "비밀 의견입니다"));
        privacy.run(() -> votes.vote(id, VoteChoice.APPROVE, "좋습니다"));
        office.run(() -> sittings.conclude(id, "DRB-1", null, BoardConditions.NONE));
        assertThat(conflicted.get(() -> votes.look(id)).votes()).isEmpty();
        mvc.perform(get("/hospital/looks/{id}", id).with(conflicted.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("비밀 의견입니다"))));
        mvc.perform(get("/hospital/looks/{id}", id).with(board.signedIn()))
                .andExpect(content().string(containsString("비밀 의견입니다")));
        assertThatThrownBy(() -> startup.run(() -> votes.vote(id, VoteChoice.APPROVE, "우리 것")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void papersGoToBothSidesAndFormsSayWhatIsWrong() throws Exception {
        aProject(anOffer("당뇨병 코호트", healthTerms()), 1);
        theRecipeIs("k: 20");
        UUID id = rows().get(0).approval().id();
        mvc.perform(multipart("/approvals/{id}/papers", id)
                        .file(new MockMultipartFile("file", "a.txt", null, "계획서".getBytes(StandardCharsets.UTF_8)))
                        .param("title", "연구계획서")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        UUID paper = rows().get(0).papers().get(0).id();
        mvc.perform(get("/approvals/{a}/papers/{p}", id, paper).with(office.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string("계획서"));
        assertThatThrownBy(() -> people.aStartup().run(() -> approvals.paper(id, paper)))
                .isInstanceOf(NotFoundException.class);
        startup.run(() -> approvals.submit(id));
        mvc.perform(post("/hospital/looks/{id}/vote", id)
                        .param("choice", "APPROVE")
                        .param("reason", " ")
                        .with(board.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("까닭을 적어 주세요")));
        mvc.perform(post("/hospital/sittings/matters/{id}/return", id)
                        .param("reason", "목록이 빠졌습니다")
                        .with(office.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(rows().get(0).approval().state()).isEqualTo(ApprovalState.RETURNED);
        assertThat(rows().get(0).approval().note()).isEqualTo("목록이 빠졌습니다");
        office.run(() -> projects.end(project.id(), "함께하지 않기로 했습니다"));
        refused("projects.rule.ended", () -> startup.run(() -> approvals.submit(id)));
    }

    private void aProject(OfferContent offer, int number) {
        office.run(() -> {
            boards.add(aBoard(1, "데이터심의위원회"));
            if (number > 1) {
                boards.add(aBoard(2, "윤리위원회"));
            }
        });
        aProjectWith(offer, number);
    }

    @Test
    void aBoardsConditionsBecomeDutiesAndWhatComesFirstHoldsUpUntilItIsJudged() throws IOException {
        aProject(anOffer("당뇨병 코호트", healthTerms()), 1);
        theRecipeIs("k: 20");
        UUID id = rows().get(0).approval().id();
        startup.run(() -> approvals.submit(id));
        board.run(() -> votes.vote(id, VoteChoice.APPROVE_WITH_CHANGES, "조건이 있습니다"));
        privacy.run(() -> votes.vote(id, VoteChoice.APPROVE, "보았습니다"));
        await().until(() -> !duties().isEmpty());
        refused("approvals.rule.conditions.due", () -> BoardConditions.typed("먼저 합니다", "", ""));
        office.run(() -> sittings.conclude(
                id, "DRB-1", NEXT_YEAR, BoardConditions.typed("보안 계획을 냅니다\n", "분기마다 보고합니다", "2098-12-31")));
        List<DutyView> asked = duties().stream()
                .filter(duty -> duty.source() == DutySource.BOARD)
                .toList();
        assertThat(asked).extracting(DutyView::wording).containsExactly("보안 계획을 냅니다", "분기마다 보고합니다");
        assertThat(asked).extracting(DutyView::gates).containsExactly(true, false);
        assertThat(asked).allMatch(duty -> duty.stopsAccess() && duty.due() != null);
        assertThat(dutiesHold()).isFalse();
        UUID first = asked.get(0).id();
        startup.run(() -> projectDuties.give(first, "보안 계획 2판을 보냈습니다"));
        assertThat(dutiesHold()).isFalse(); // nobody has judged it
        office.run(() -> projectDuties.judge(first, true, "확인했습니다"));
        assertThat(dutiesHold()).isTrue();

        projects.goLive(project.id());
        office.run(() -> projectDuties.addOfBoard(project.id(), List.of("새 조건"), true, NEXT_YEAR));
        assertThat(dutiesHold()).isTrue(); // what is open is not cut off by a new condition before its day
    }

    private boolean dutiesHold() {
        return gate.check(projects.facts(project.id())).stream()
                .filter(state -> state.code().equals("duties"))
                .allMatch(ConditionState::holds);
    }

    private List<DutyView> duties() {
        return startup.get(() -> projectDuties.of(project.id()));
    }

    private void aProjectWith(OfferContent offer, int number) {
        project = journey.project(startup, office, offer);
        await().until(() -> rows().size() == number
                && !steward.get(() -> sandboxes.ofMyHospital()).isEmpty());
    }

    private void theRecipeIs(String k) throws IOException {
        SandboxId id = steward.get(() -> sandboxes.ofMyHospital()).get(0).id();
        String recipe = Files.readString(RECIPE).replace("k: 20", k);
        steward.run(() -> preparation.setRecipe(id, recipe));
    }

    private void agreed(UUID id, String reference, LocalDate until) {
        startup.run(() -> approvals.submit(id));
        board.run(() -> votes.vote(id, VoteChoice.APPROVE, "보았습니다"));
        privacy.run(() -> votes.vote(id, VoteChoice.APPROVE, "보았습니다"));
        office.run(() -> sittings.conclude(id, reference, until, BoardConditions.NONE));
    }

    private static UserId user(ActAs person) {
        return person.actor().user();
    }

    private RouteView route() {
        return startup.get(() -> approvals.route(project.id()));
    }

    private List<RouteView.Row> rows() {
        return route().rows();
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(RuleBrokenException.class)
                .extracting(e -> ((RuleBrokenException) e).messageKey())
                .isEqualTo(key);
    }

    private void everyPageReads(ActAs reader, String... paths) throws Exception {
        for (String language : List.of("ko", "en")) {
            for (String path : paths) {
                mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
    }
}
