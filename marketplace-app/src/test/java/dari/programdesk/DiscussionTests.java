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

import dari.admin.DecisionDesk;
import dari.admin.Reviews;
import dari.admin.reviewers.Assignments;
import dari.admin.reviewers.DirectoryRow;
import dari.admin.reviewers.ReviewerDirectory;
import dari.admin.reviewers.ScoreAdvice;
import dari.audit.HistoryDesk;
import dari.audit.HistoryLine;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.People;
import dari.support.ReviewStage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who takes part in a discussion, and every way in which the others could have learnt of it. */
@DariTest
class DiscussionTests {

    private static final Map<String, Integer> SCORES = Map.of("need", 5, "plan", 4, "team", 3, "benefit", 5);

    @Autowired
    Assignments assignments;

    @Autowired
    Reviews reviews;

    @Autowired
    DecisionDesk decisions;

    @Autowired
    ScoreAdvice advice;

    @Autowired
    ReviewerDirectory directory;

    @Autowired
    HistoryDesk history;

    @Autowired
    ReviewStage stage;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private ActAs first;
    private ActAs second;
    private ActAs conflicted;
    private ActAs bound;
    private UUID call;
    private UUID application;
    private UUID firstReview;
    private UUID secondReview;
    private UUID conflictedReview;

    @BeforeEach
    void aPanelOfTwoAndTwoWithConflicts() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
        first = people.aReviewer();
        second = people.aReviewer();
        conflicted = people.aReviewer();
        stage.joined(hospital, administrator.organization().id(), Role.PROGRAM_ADMINISTRATOR);
        bound = new ActAs(
                new Actor(
                        hospital.actor().user(),
                        administrator.organization().id(),
                        Face.PROGRAM,
                        Set.of(Role.PROGRAM_ADMINISTRATOR)),
                administrator.organization(),
                hospital.email());
        call = stage.call(administrator, 2);
        application = stage.submitted(call, startup, hospital);
        stage.ask(administrator, call, application, first, second, conflicted);
        conflictedReview = stage.review(conflicted, application);
        conflicted.run(() -> reviews.declare(conflictedReview, true));
        firstReview = stage.handedIn(first, application, SCORES);
        secondReview = stage.accepted(second, application);
    }

    @Test
    void thoseWhoseReviewIsInTalkByNumberAndTheOfficeByName() throws Exception {
        open();
        says(first, firstReview, "통계 계획이 걱정됩니다").andExpect(status().is3xxRedirection());
        says(second, secondReview, "저도요").andExpect(status().isNotFound());
        second.run(() -> reviews.submit(secondReview, SCORES, "까닭"));
        says(second, secondReview, "저도 그렇게 봅니다").andExpect(status().is3xxRedirection());
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/reviews/{id}/discussion", secondReview)
                            .param("lang", language)
                            .with(second.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("통계 계획이 걱정됩니다")))
                    .andExpect(content().string(containsString(language.equals("ko") ? "심사위원 1" : "Reviewer 1")))
                    .andExpect(content().string(not(containsString(stage.name(first)))))
                    .andExpect(content().string(not(containsString("??"))));
            mvc.perform(get("/program/applications/{id}/discussion", application)
                            .param("lang", language)
                            .with(administrator.signedIn()))
                    .andExpect(content().string(containsString(stage.name(first))))
                    .andExpect(content().string(not(containsString("??"))));
        }
        assertThat(stage.notices(first))
                .contains("reviewers.notice.discussionOpened", "reviewers.notice.discussionSpoken");
        says(first, firstReview, "환자 900101-1234567 참고")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"text-error\"")))
                .andExpect(content().string(containsString("환자 900101-1234567 참고</textarea>")));
    }

    @Test
    void whoDeclaredAConflictCannotTellThatOthersReview() throws Exception {
        String before = page("/reviews/" + conflictedReview + "/discussion", conflicted);
        String listBefore = page("/reviews", conflicted);
        String homeBefore = page("/home", conflicted);
        List<String> noticesBefore = stage.notices(conflicted);
        open();
        says(first, firstReview, "비밀 이야기").andExpect(status().is3xxRedirection());

        assertThat(page("/reviews/" + conflictedReview + "/discussion", conflicted))
                .isEqualTo(before);
        assertThat(page("/reviews", conflicted)).isEqualTo(listBefore);
        assertThat(page("/home", conflicted)).isEqualTo(homeBefore);
        assertThat(stage.notices(conflicted)).isEqualTo(noticesBefore);
        says(conflicted, conflictedReview, "나도").andExpect(status().isNotFound());
        mvc.perform(get("/reviews/{id}", firstReview).with(conflicted.signedIn()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/reviews/{id}/discussion", firstReview).with(conflicted.signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void anAdministratorOfASideLearnsNeitherNamesNorCountsNorThatAnybodyReviews() throws Exception {
        List<String> noticesBefore = stage.notices(bound);
        open();
        says(first, firstReview, "비밀 이야기").andExpect(status().is3xxRedirection());
        String discussion = "/program/applications/" + application + "/discussion";

        mvc.perform(get(discussion).with(bound.signedIn())).andExpect(status().isNotFound());
        mvc.perform(post(discussion).param("text", "x").with(bound.signedIn()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/program/calls/{id}/assignment", call).with(bound.signedIn()))
                .andExpect(status().isConflict());
        for (String path : List.of(
                "/program/calls/" + call,
                "/program/applications/" + application,
                "/program/history/" + application,
                "/home")) {
            assertThat(page(path, bound))
                    .as(path)
                    .doesNotContain(stage.name(first), stage.name(second), stage.name(conflicted));
        }
        assertThat(bound.get(() -> decisions.show(application)).reviews()).isEmpty();
        assertThat(bound.get(() -> advice.of(call, List.of(application)))).isEmpty();
        assertThat(stage.notices(bound)).isEqualTo(noticesBefore);
        assertThat(row(bound, first))
                .extracting(DirectoryRow::asked, DirectoryRow::open, DirectoryRow::done)
                .containsExactly(0, 0, 0);
        assertThat(row(administrator, first).done()).isEqualTo(1);
        assertThatThrownBy(() -> bound.run(() -> reviews.reopen(application, firstReview, "까닭")))
                .extracting(Throwable::getMessage)
                .isEqualTo("admin.rule.decision.conflict");
        theHistoryHidesItAndNotEvenCountsIt();
    }

    @Test
    void applicantsLearnNothing() throws Exception {
        String before = page("/startup/applications/" + application, startup);
        List<String> noticesBefore = stage.notices(startup);
        open();
        second.run(() -> reviews.submit(secondReview, SCORES, "까닭"));
        assertThat(page("/startup/applications/" + application, startup))
                .isEqualTo(before)
                .doesNotContain(stage.name(first), stage.name(second));
        assertThat(stage.notices(startup)).isEqualTo(noticesBefore);
    }

    private void theHistoryHidesItAndNotEvenCountsIt() {
        List<String> all = actions(administrator);
        assertThat(all).contains("review.invited", "review.submitted", "discussion.opened");
        List<String> seen = actions(bound);
        assertThat(seen)
                .contains("application.submitted")
                .noneMatch(a -> a.startsWith("review.") || a.startsWith("discussion."));
        long hidden = all.size() - seen.size();
        assertThat(administrator.get(() -> history.count()) - bound.get(() -> history.count()))
                .isEqualTo(hidden);
        assertThat(bound.get(() -> history.newest(0, 50))).hasSize(50);
        assertThat(bound.get(() -> history.isVeiled())).isTrue();
        assertThat(administrator.get(() -> history.isVeiled())).isFalse();
    }

    private void open() {
        try {
            mvc.perform(post("/program/applications/{id}/discussion/open", application)
                            .with(administrator.signedIn())
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ResultActions says(ActAs person, UUID review, String text) throws Exception {
        return mvc.perform(post("/reviews/{id}/discussion", review)
                .with(person.signedIn())
                .with(csrf())
                .param("text", text));
    }

    /** Without what differs at every request. */
    private String page(String path, ActAs reader) throws Exception {
        return mvc.perform(get(path).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("name=\"_(csrf|form)\" value=\"[^\"]*\"", "");
    }

    private List<String> actions(ActAs reader) {
        return reader.get(() -> history.of(application)).stream()
                .map(HistoryLine::action)
                .toList();
    }

    private DirectoryRow row(ActAs reader, ActAs reviewer) {
        return reader.get(() -> directory.page(stage.name(reviewer), 0, 25)).rows().stream()
                .filter(row -> row.id().equals(reviewer.actor().user().value()))
                .findFirst()
                .orElseThrow();
    }
}
