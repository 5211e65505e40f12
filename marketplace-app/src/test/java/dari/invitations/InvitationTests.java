package dari.invitations;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.HistoryLine;
import dari.discovery.Discovery;
import dari.discovery.MatchCard;
import dari.introductions.IntroductionId;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.matching.Requirement;
import dari.matching.permission.Term;
import dari.needs.NeedAudience;
import dari.needs.NeedContent;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.offers.Arrangements;
import dari.offers.IndexTailer;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.Marketplace;
import dari.support.People;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@DariTest
class InvitationTests {

    private static final String WHY = "우리 코호트가 찾으시는 것과 맞습니다";

    @Autowired
    Invitations invitations;

    @Autowired
    NeedFinder finder;

    @Autowired
    Introductions introductions;

    @Autowired
    Discovery discovery;

    @Autowired
    Needs needs;

    @Autowired
    Offers offers;

    @Autowired
    IndexTailer index;

    @Autowired
    InvitationProperties properties;

    @Autowired
    JdbcClient database;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs hospital;
    private OfferId offer;
    private NeedId need;

    @BeforeEach
    void twoSides() {
        startup = people.aStartup();
        hospital = people.aHospital();
        offer = marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms()));
        need = marketplace.published(startup, aNeed("재입원 예측"));
        shownTo(hospital);
    }

    @AfterEach
    void leaveNoOffers() {
        marketplace.withdrawOffers();
    }

    @Test
    void onlyWhomTheStartupMeansSeesANeed() throws Exception {
        ActAs other = people.aHospital();
        OfferId theirs = marketplace.published(other, anOffer("다른 코호트", healthTerms()));
        assertThat(sees(hospital, offer)).isTrue();
        assertThat(sees(other, theirs)).isFalse();

        startup.run(() -> needs.showTo(need, NeedAudience.VERIFIED, Set.of()));
        assertThat(sees(other, theirs)).isTrue();
        ActAs unverified = people.unverified(Face.HOSPITAL, Set.of(Role.HOSPITAL_OFFICE));
        mvc.perform(get("/hospital/needs/{need}", need.value()).with(unverified.signedIn()))
                .andExpect(status().isNotFound());
        for (ActAs stranger : List.of(people.aStartup(), startup, people.aReviewer())) {
            mvc.perform(get("/hospital/needs/{need}", need.value()).with(stranger.signedIn()))
                    .andExpect(status().isForbidden());
        }

        startup.run(() -> needs.showTo(need, NeedAudience.ASKED, Set.of()));
        assertThat(sees(hospital, offer)).isFalse();
        assertThat(sees(other, theirs)).isFalse();
        NeedId draft = startup.get(() -> needs.draft(aNeed("임시")));
        startup.run(() -> needs.showTo(draft, NeedAudience.VERIFIED, Set.of()));
        assertThatThrownBy(() -> hospital.run(() -> finder.explain(draft, offer)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> hospital.run(() -> finder.explain(need, theirs)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> startup.run(() -> needs.showTo(
                        need,
                        NeedAudience.CHOSEN,
                        Set.of(unverified.organization().id()))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theFormDecidesWhoSeesIt() throws Exception {
        mvc.perform(post("/startup/needs/{need}", need.value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .params(form("CHOSEN", null)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("보여 줄 병원을 하나 이상")));
        ActAs other = people.aHospital();
        OfferId theirs = marketplace.published(other, anOffer("다른 코호트", healthTerms()));
        mvc.perform(post("/startup/needs/{need}", need.value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .params(form("CHOSEN", other.organization().id().value().toString())))
                .andExpect(redirectedUrl("/startup/needs"));
        assertThat(sees(hospital, offer)).isFalse();
        assertThat(sees(other, theirs)).isTrue();
        assertThat(startup.get(() -> needs.mine(need)).content().startBy()).isEqualTo(LocalDate.of(2027, 3, 1));
        mvc.perform(get("/startup/needs/{need}", need.value()).with(startup.signedIn()))
                .andExpect(content().string(containsString("value=\"2027-03-01\"")))
                .andExpect(content()
                        .string(matchesPattern(
                                "(?s).*value=\"" + other.organization().id().value() + "\"[^>]* checked=.*")));
    }

    @Test
    void bothSidesSeeTheSameScoreAndTheWishedStartCounts() {
        startup.run(() -> needs.revise(need, startingBy(aNeed("재입원 예측"), LocalDate.of(2027, 3, 1))));
        hospital.run(() -> {
            offers.revise(offer, freeFrom(anOffer("당뇨병 환자의 재입원 예측 코호트", healthTerms()), LocalDate.of(2027, 2, 1)));
            offers.publish(offer);
        });
        for (int i = 0; i < 3; i++) {
            marketplace.published(people.aHospital(), anOffer("재입원 예측에 쓸 당뇨병 자료 " + i, healthTerms()));
        }
        index.follow();

        NeedCard fromHospital = list(hospital, "").get(0);
        MatchCard fromStartup = startup.get(() -> discovery.explain(need, offer));
        assertThat(fromHospital.card().match().relevance()).isPositive();
        assertThat(fromHospital.card().match().relevance())
                .isEqualTo(fromStartup.match().relevance());
        assertThat(fromHospital.card().match().fit())
                .isEqualTo(fromStartup.match().fit());
        assertThat(hospital.get(() -> finder.explain(need, offer))
                        .card()
                        .match()
                        .fit())
                .isEqualTo(fromStartup.match().fit());
        assertThat(start(fromHospital)).isEqualTo(Requirement.State.MET);

        startup.run(() -> needs.revise(need, startingBy(aNeed("재입원 예측"), LocalDate.of(2026, 1, 1))));
        NeedCard tooEarly = hospital.get(() -> finder.explain(need, offer));
        assertThat(start(tooEarly)).isEqualTo(Requirement.State.UNMET);
        assertThat(tooEarly.card().match().fit().score())
                .isLessThan(fromHospital.card().match().fit().score());
    }

    @Test
    void ranksFiltersAndPages() throws Exception {
        List<NeedId> more = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            more.add(shown(aNeed("예측 " + i)));
        }
        NeedId heart = shown(about(aNeed("심부전 예측"), "modality:ecg", "disease:heart-failure"));
        OfferId closed =
                marketplace.published(hospital, anOffer("닫힌 코호트", healthTerms().with(Term.AI_TRAIN, false)));
        hospital.run(() -> invitations.invite(offer, need, WHY, "ko"));
        index.follow();

        List<NeedCard> all = list(hospital, "");
        assertThat(all).hasSize(10);
        assertThat(all)
                .extracting(card -> card.card().match().fit().score())
                .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        assertThat(search("", 1).shown()).hasSize(3);
        assertThat(search("", 0).fitting()).isEqualTo(13);
        assertThat(search("", 1).shown())
                .last()
                .satisfies(card -> assertThat(card.need().id()).isEqualTo(heart));
        assertThat(list(hospital, "modality=modality:ecg"))
                .extracting(card -> card.need().id())
                .containsExactly(heart);
        String group = hospital.get(() -> finder.diseaseGroups()).stream()
                .filter(code ->
                        hospital.get(() -> finder.search(offer, query("disease=" + code), 0, 10)).shown().stream()
                                .anyMatch(card -> card.need().id().equals(heart)))
                .findFirst()
                .orElseThrow();
        assertThat(list(hospital, "disease=" + group))
                .extracting(card -> card.need().id())
                .containsExactly(heart);
        assertThat(list(hospital, "disease=disease:none")).isEmpty();
        assertThat(list(hospital, "contact=invited"))
                .extracting(card -> card.need().id())
                .containsExactly(need);
        assertThat(search("contact=new", 0).fitting()).isEqualTo(12);
        assertThat(list(hospital, "verdict=deny")).isEmpty();
        assertThat(hospital.get(() -> finder.search(closed, query("verdict=deny"), 0, 10))
                        .listed())
                .isEqualTo(13);
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/hospital/needs")
                            .param("offer", closed.value().toString())
                            .param("lang", language)
                            .with(hospital.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))))
                    .andExpect(content()
                            .string(containsString(
                                    language.equals("ko")
                                            ? "우리가 한 가지만 바꾸면 맞습니다."
                                            : "One change of ours makes it fit.")));
            mvc.perform(get("/hospital/needs/{need}", more.get(0).value())
                            .param("lang", language)
                            .with(hospital.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/hospital/needs").with(people.aHospital().signedIn()))
                .andExpect(content().string(containsString("공개한 제안이 먼저 있어야 합니다")));
    }

    @Test
    void aYesBeginsAnIntroductionThatBothWant() throws Exception {
        String location = mvc.perform(post("/hospital/needs/{need}/invite", need.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("offer", offer.value().toString())
                        .param("message", WHY))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        InvitationView sent =
                hospital.get(() -> invitations.mine(0, 20)).getContent().get(0);
        assertThat(location).isEqualTo("/invitations/" + sent.id().value());
        assertThat(letters.linkTo(startup.email())).isEqualTo(location);
        mvc.perform(get("/home").with(startup.signedIn()))
                .andExpect(content().string(containsString("병원의 초대에 답해 주세요: ")));
        mvc.perform(get("/home").with(hospital.signedIn())).andExpect(content().string(containsString("초대의 답: ")));
        for (ActAs side : List.of(startup, hospital)) {
            for (String language : List.of("ko", "en")) {
                mvc.perform(get(location).param("lang", language).with(side.signedIn()))
                        .andExpect(content().string(containsString(WHY)))
                        .andExpect(content().string(not(containsString("??"))));
                mvc.perform(get("/invitations").param("lang", language).with(side.signedIn()))
                        .andExpect(content().string(containsString("재입원 예측")))
                        .andExpect(content().string(not(containsString("??"))));
            }
        }

        mvc.perform(post(location + "/accept").with(startup.signedIn()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        IntroductionView begun = startup.get(() -> introductions.mine()).get(0);
        assertThat(begun.status()).isEqualTo(IntroductionStatus.MUTUAL);
        assertThat(begun.offer()).isEqualTo(offer);
        assertThat(hospital.get(() -> invitations.show(sent.id())).introduction())
                .isEqualTo(begun.id());
        hospital.run(() -> introductions.write(begun.id(), "반갑습니다", "ko"));
        assertThat(hospital.get(() -> introductions.history(begun.id())))
                .extracting(HistoryLine::action)
                .containsExactly("introduction.agreed", "introduction.wrote");
        assertThat(startup.get(() -> invitations.history(sent.id())))
                .extracting(HistoryLine::action)
                .containsExactly("invitation.sent", "invitation.accepted");
        assertThat(letters.linkTo(hospital.email()))
                .isEqualTo("/introductions/" + begun.id().value());
        refused(() -> invitations.invite(offer, need, WHY, "ko"), "invitations.rule.introduced");
    }

    @Test
    void askingAgainIsRefusedUntilTheNeedChanges() throws Exception {
        InvitationId id = hospital.get(() -> invitations.invite(offer, need, WHY, "ko"));
        OfferId second = marketplace.published(hospital, anOffer("다른 코호트", healthTerms()));
        refused(() -> invitations.invite(second, need, WHY, "ko"), "invitations.rule.open");
        mvc.perform(post("/invitations/{id}/decline", id.value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("reason", " "))
                .andExpect(content().string(containsString("까닭을 한 문장이라도")));
        startup.run(() -> invitations.decline(id, "올해는 자리가 없습니다"));
        assertThat(hospital.get(() -> invitations.show(id)).reason()).isEqualTo("올해는 자리가 없습니다");
        assertThat(list(hospital, "contact=declined")).hasSize(1);
        refused(() -> invitations.invite(second, need, WHY, "ko"), "invitations.rule.again");
        assertThatThrownBy(() -> startup.run(() -> invitations.accept(id)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invitations.rule.closed"));
        assertThat(startup.get(() -> introductions.mine())).isEmpty();

        startup.run(() -> needs.revise(need, aNeed("재입원 예측, 더 넓게")));
        InvitationId again = hospital.get(() -> invitations.invite(second, need, WHY, "ko"));
        hospital.run(() -> invitations.withdraw(again));
        assertThat(hospital.get(() -> invitations.invite(second, need, WHY, "ko")))
                .isNotEqualTo(again);
    }

    @Test
    void oneHospitalWaitsForSoManyAnswersOnly() {
        InvitationId first = hospital.get(() -> invitations.invite(offer, need, WHY, "ko"));
        for (int i = 1; i < properties.mostOpen(); i++) {
            NeedId other = shown(aNeed("예측 " + i));
            hospital.run(() -> invitations.invite(offer, other, WHY, "ko"));
        }
        assertThat(hospital.get(() -> invitations.placesLeft())).isZero();
        NeedId last = shown(aNeed("마지막"));
        refused(() -> invitations.invite(offer, last, WHY, "ko"), "invitations.rule.many");
        startup.run(() -> invitations.decline(first, "다음에"));
        assertThat(hospital.get(() -> invitations.placesLeft())).isEqualTo(1);
        hospital.run(() -> invitations.invite(offer, last, WHY, "ko"));
    }

    @Test
    void anInterestOfTheStartupsOwnIsItsYes() {
        InvitationId id = hospital.get(() -> invitations.invite(offer, need, WHY, "ko"));
        IntroductionId declared = startup.get(() -> introductions.declare(offer, need));
        await().untilAsserted(() -> {
            assertThat(hospital.get(() -> invitations.show(id)).status()).isEqualTo(InvitationStatus.ACCEPTED);
            assertThat(hospital.get(() -> introductions.show(declared)).status())
                    .isEqualTo(IntroductionStatus.MUTUAL);
        });
        assertThat(hospital.get(() -> invitations.placesLeft())).isEqualTo(properties.mostOpen());
    }

    @Test
    void aDeclinedIntroductionCanBeginAgainWhenTheHospitalAsks() {
        IntroductionId declared = startup.get(() -> introductions.declare(offer, need));
        refused(() -> invitations.invite(offer, need, WHY, "ko"), "invitations.rule.introduced");
        hospital.run(() -> introductions.decline(declared, "자리가 없습니다"));
        InvitationId id = hospital.get(() -> invitations.invite(offer, need, WHY, "ko"));
        assertThat(startup.get(() -> invitations.accept(id))).isEqualTo(declared);
        IntroductionView view = startup.get(() -> introductions.show(declared));
        assertThat(view.status()).isEqualTo(IntroductionStatus.MUTUAL);
        assertThat(view.reason()).isNull();
    }

    @Test
    void aWithdrawnNeedAndAPassedDayEndAnInvitation() {
        InvitationId lapsed = hospital.get(() -> invitations.invite(offer, need, WHY, "ko"));
        startup.run(() -> needs.withdraw(need));
        await().untilAsserted(() -> assertThat(
                        hospital.get(() -> invitations.show(lapsed)).status())
                .isEqualTo(InvitationStatus.WITHDRAWN));

        NeedId other = shown(aNeed("다른 예측"));
        InvitationId late = hospital.get(() -> invitations.invite(offer, other, WHY, "ko"));
        NeedId young = shown(aNeed("새 예측"));
        InvitationId waiting = hospital.get(() -> invitations.invite(offer, young, WHY, "ko"));
        database.sql("UPDATE hospital_invitation SET answer_due = '2020-01-01' WHERE id = :id")
                .param("id", IdBytes.of(late.value()))
                .update();
        invitations.expireUnanswered();
        assertThat(hospital.get(() -> invitations.show(late)).status()).isEqualTo(InvitationStatus.EXPIRED);
        assertThat(hospital.get(() -> invitations.show(waiting)).status()).isEqualTo(InvitationStatus.OPEN);
        assertThat(hospital.get(() -> invitations.placesLeft())).isEqualTo(properties.mostOpen() - 1);
    }

    @Test
    void onlyTheOfficeInvitesOnlyTheStartupAnswersAndNobodyElseSeesIt() throws Exception {
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> steward.run(() -> invitations.invite(offer, need, WHY, "ko")))
                .isInstanceOf(AccessDeniedException.class);
        mvc.perform(get("/hospital/needs/{need}", need.value()).with(steward.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/invite\""))));
        InvitationId id = hospital.get(() -> invitations.invite(offer, need, WHY, "ko"));
        assertThatThrownBy(() -> hospital.run(() -> invitations.accept(id))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> people.aStartup().run(() -> invitations.accept(id)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.aHospital().run(() -> invitations.withdraw(id)))
                .isInstanceOf(NotFoundException.class);
        for (ActAs stranger : List.of(people.aStartup(), people.aHospital(), people.anAdministrator())) {
            mvc.perform(get("/invitations/{id}", id.value()).with(stranger.signedIn()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void refusesPatientsDataDeniedUsesAndOffersThatAreNotPublic() throws Exception {
        mvc.perform(post("/hospital/needs/{need}/invite", need.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("offer", offer.value().toString())
                        .param("message", "환자 800101-1234567 같은 분"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("resident registration number")))
                .andExpect(content().string(containsString("800101-1234567")));
        OfferId closed =
                marketplace.published(hospital, anOffer("닫힘", healthTerms().with(Term.AI_TRAIN, false)));
        refused(() -> invitations.invite(closed, need, WHY, "ko"), "invitations.rule.denied");
        InvitationId id = hospital.get(() -> invitations.invite(offer, need, WHY, "ko"));
        hospital.run(() -> offers.pause(offer));
        assertThatThrownBy(() -> startup.run(() -> invitations.accept(id)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invitations.rule.offerGone"));
        NeedId other = shown(aNeed("다른 예측"));
        refused(() -> invitations.invite(offer, other, WHY, "ko"), "invitations.rule.offerNotPublic");
    }

    private void shownTo(ActAs viewer) {
        startup.run(() -> needs.showTo(
                need, NeedAudience.CHOSEN, Set.of(viewer.organization().id())));
    }

    /** Another need of the startup that only this test's hospital sees. */
    private NeedId shown(NeedContent content) {
        NeedId id = marketplace.published(startup, content);
        startup.run(() -> needs.showTo(
                id, NeedAudience.CHOSEN, Set.of(hospital.organization().id())));
        return id;
    }

    private boolean sees(ActAs viewer, OfferId own) throws Exception {
        int status = mvc.perform(get("/hospital/needs/{need}", need.value())
                        .param("offer", own.value().toString())
                        .with(viewer.signedIn()))
                .andReturn()
                .getResponse()
                .getStatus();
        boolean listed = viewer.get(() -> finder.search(own, query(""), 0, 50)).shown().stream()
                .anyMatch(card -> card.need().id().equals(need));
        assertThat(status).isEqualTo(listed ? 200 : 404);
        return listed;
    }

    private NeedSearchResult search(String parameters, int page) {
        return hospital.get(() -> finder.search(offer, query(parameters), page, 10));
    }

    private List<NeedCard> list(ActAs viewer, String parameters) {
        return viewer.get(() -> finder.search(offer, query(parameters), 0, 10)).shown();
    }

    private static NeedQuery query(String parameters) {
        MultiValueMap<String, String> map = new LinkedMultiValueMap<>();
        for (String pair : parameters.split("&")) {
            if (!pair.isEmpty()) {
                map.add(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        return NeedQuery.of(map);
    }

    private void refused(Runnable call, String rule) {
        assertThatThrownBy(() -> hospital.run(call))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }

    private static Requirement.State start(NeedCard card) {
        return card.card().match().requirements().stream()
                .filter(requirement -> requirement.code().equals("start"))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static MultiValueMap<String, String> form(String audience, @Nullable String hospital) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("title", "재입원 예측");
        form.add("text", "예측합니다");
        form.add("modality", "EHR");
        form.add("purpose", "health");
        form.add("periodDays", "180");
        form.add("startBy", "2027-03-01");
        form.add("audience", audience);
        if (hospital != null) {
            form.add("hospitals", hospital);
        }
        return form;
    }

    private static NeedContent startingBy(NeedContent c, LocalDate day) {
        return with(c, c.modality(), c.disease(), day);
    }

    private static NeedContent about(NeedContent c, String modality, String disease) {
        return with(c, modality, disease, c.startBy());
    }

    private static NeedContent with(NeedContent c, String modality, String disease, @Nullable LocalDate startBy) {
        return new NeedContent(
                c.title(),
                c.text(),
                modality,
                disease,
                c.bodyPart(),
                c.label(),
                c.formats(),
                c.environments(),
                c.regions(),
                c.persons(),
                c.studies(),
                c.yearFrom(),
                c.yearTo(),
                c.clinicianHours(),
                c.purpose(),
                c.commercialUse(),
                c.aiTrain(),
                c.aiFineTune(),
                c.aiGenerate(),
                c.aiWeightsLeave(),
                c.periodDays(),
                startBy);
    }

    private static OfferContent freeFrom(OfferContent c, LocalDate day) {
        return new OfferContent(
                c.kind(),
                c.titleKo(),
                c.titleEn(),
                c.summaryKo(),
                c.summaryEn(),
                c.modalities(),
                c.diseases(),
                c.bodyParts(),
                c.labels(),
                c.formats(),
                c.environments(),
                c.region(),
                c.persons(),
                c.studies(),
                c.yearFrom(),
                c.yearTo(),
                c.clinicianHours(),
                c.capacityPerQuarter(),
                c.answerDays(),
                c.terms(),
                c.wants(),
                c.priceWon(),
                c.accessDays(),
                c.delivery(),
                c.downloadsAllowed(),
                c.source(),
                day,
                Arrangements.NONE);
    }
}
