package dari.discovery;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.matching.Requirement;
import dari.matching.Standing;
import dari.matching.permission.Term;
import dari.needs.NeedContent;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.offers.IndexTailer;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class SearchTests {

    @Autowired
    Discovery discovery;

    @Autowired
    IndexTailer index;

    @Autowired
    Offers offers;

    @Autowired
    Needs needs;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @Test
    void showsTheVerdictReasonsAndTheWayOutInBothLanguages() throws Exception {
        ActAs hospital = people.aHospital();
        marketplace.published(hospital, anOffer("열린 당뇨병 코호트", healthTerms()));
        OfferId closed = marketplace.published(
                hospital, anOffer("닫힌 당뇨병 코호트", healthTerms().with(Term.AI_TRAIN, false)));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("당뇨병 재입원 예측"));
        index.follow();

        mvc.perform(get("/startup/search").param("lang", "ko").with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("열린 당뇨병 코호트")))
                .andExpect(content().string(containsString("보건의료 연구가 허용된 자료입니다")))
                .andExpect(content().string(containsString("병원이 받아들이지 않는 용도: 모델 학습")))
                .andExpect(content().string(containsString("한 가지만 바꾸면 맞습니다.")))
                .andExpect(content().string(containsString("병원이 한 가지를 바꾸면 맞습니다.")))
                .andExpect(content().string(containsString("이 용도를 허용하면 됩니다: 모델 학습")))
                .andExpect(content().string(containsString("이 목록에서 새로 열리는 제안: ")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/startup/search")
                        .param("lang", "en")
                        .param("need", need.value().toString())
                        .param("adjust", closed.value().toString())
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("With one change")))
                .andExpect(content().string(containsString("Leave out: training models")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/startup/search")
                        .param("lang", "en")
                        .param("verdict", "deny")
                        .with(startup.signedIn()))
                .andExpect(content().string(containsString("0 offers fit")))
                .andExpect(content().string(containsString("닫힌 당뇨병 코호트 (English)")))
                .andExpect(content().string(not(containsString("열린 당뇨병 코호트 (English)"))));
        mvc.perform(get("/startup/offers/{id}", closed.value()).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("action=\"/introductions\""))));
    }

    @Test
    void anotherStartupsNeedDoesNotExist() throws Exception {
        NeedId foreign = marketplace.published(people.aStartup(), aNeed("비밀"));
        ActAs other = people.aStartup();
        mvc.perform(get("/startup/search")
                        .param("need", foreign.value().toString())
                        .with(other.signedIn()))
                .andExpect(status().isNotFound());
        assertThatThrownBy(() -> other.run(() -> discovery.need(foreign))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void withoutANeedItSaysWhatToDoFirst() throws Exception {
        mvc.perform(get("/startup/search")
                        .param("lang", "en")
                        .with(people.aStartup().signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("First say what you need")));
    }

    @Test
    void saysWhyAnOfferIsNotInTheList() throws Exception {
        ActAs hospital = people.aHospital();
        OfferId denied =
                marketplace.published(hospital, anOffer("막힌 코호트", healthTerms().with(Term.AI_TRAIN, false)));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("당뇨병 재입원 예측"));
        index.follow();
        WhyNot why = startup.get(() -> discovery.why(need, denied, 0));
        assertThat(why.standing().place()).isEqualTo(Standing.Place.DENIED);
        assertThat(why.card().getWaysOut())
                .extracting(MatchCard.WayOut::titleKey)
                .containsExactly("discovery.nearmiss.MATCH.STARTUP.1", "discovery.nearmiss.MATCH.HOSPITAL.1");
        mvc.perform(get("/startup/offers/{id}", denied.value())
                        .param("lang", "en")
                        .param("need", need.value().toString())
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Not permitted, so it comes last whatever its score.")))
                .andExpect(content().string(containsString("One change of the hospital makes it fit.")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/startup/offers").param("lang", "en").with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("막힌 코호트 (English)")))
                .andExpect(
                        content().string(containsString("/startup/offers/" + denied.value() + "?need=" + need.value())))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/startup/offers").with(hospital.signedIn())).andExpect(status().isForbidden());
    }

    /** Two offers that fit equally: the hospital that was shown less until yesterday comes first. */
    @Test
    void attentionIsSpreadWithinAFewPoints() {
        ActAs famous = people.aHospital();
        ActAs other = people.aHospital();
        OfferContent content = anOffer("고른 코호트 " + UUID.randomUUID(), healthTerms());
        OfferId first = marketplace.published(famous, content);
        OfferId second = marketplace.published(other, content);
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed(content.titleKo()));
        index.follow();
        for (OfferId shown : List.of(first, second)) {
            OfferId hidden = shown.equals(first) ? second : first;
            listed(hidden, 500);
            List<OfferId> page = startup
                    .get(() -> discovery.search(
                            need,
                            "",
                            Filters.of(null, null, null, null, null, null),
                            false,
                            null,
                            0,
                            10,
                            Locale.KOREAN))
                    .open()
                    .stream()
                    .map(card -> card.offer().id())
                    .toList();
            assertThat(page.indexOf(shown)).isNotNegative().isLessThan(page.indexOf(hidden));
            listed(shown, 5_000);
        }
        assertThat(listingsOfToday(first)).isEqualTo(2);
    }

    private void listed(OfferId offer, int times) {
        database.sql("INSERT INTO offer_listing (hospital, listed_on, times) VALUES (:hospital, :day, :times)"
                        + " ON DUPLICATE KEY UPDATE times = times + :times")
                .param("hospital", hospitalOf(offer))
                .param("day", LocalDate.now(clock).minusDays(1))
                .param("times", times)
                .update();
    }

    private long listingsOfToday(OfferId offer) {
        return database.sql("SELECT times FROM offer_listing WHERE hospital = :hospital AND listed_on = :day")
                .param("hospital", hospitalOf(offer))
                .param("day", LocalDate.now(clock))
                .query(Long.class)
                .single();
    }

    private byte[] hospitalOf(OfferId offer) {
        return IdBytes.of(offers.published(offer).hospital().id().value());
    }

    @Test
    void aPausedOfferSaysSoAndAnyOtherThatIsNotPublicDoesNotExist() throws Exception {
        ActAs hospital = people.aHospital();
        OfferId paused = marketplace.published(hospital, anOffer("쉬는 코호트", healthTerms()));
        OfferId withdrawn = marketplace.published(hospital, anOffer("거둔 코호트", healthTerms()));
        OfferId draft = hospital.get(() -> offers.draft(anOffer("쓰는 코호트", healthTerms())));
        hospital.run(() -> offers.pause(paused));
        hospital.run(() -> offers.withdraw(withdrawn));
        ActAs startup = people.aStartup();
        marketplace.published(startup, aNeed("예측"));
        mvc.perform(get("/startup/offers/{id}", paused.value())
                        .param("lang", "ko")
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("병원이 이 제안을 잠시 멈추었습니다.")))
                .andExpect(content().string(not(containsString("??"))));
        for (OfferId hidden : List.of(withdrawn, draft)) {
            mvc.perform(get("/startup/offers/{id}", hidden.value()).with(startup.signedIn()))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get("/startup/offers/{id}", paused.value()).with(hospital.signedIn()))
                .andExpect(status().isForbidden());
    }

    @Test
    void studiesDaysAndPlacesAreHeldAgainstTheNeed() {
        OfferId offer = marketplace.published(people.aHospital(), anOffer("코호트", healthTerms()));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        assertThat(startup.get(() -> discovery.explain(need, offer)).getRequirements())
                .extracting(Requirement::code, Requirement::state)
                .contains(tuple("period", Requirement.State.MET), tuple("capacity", Requirement.State.MET));
        NeedContent content = startup.get(() -> needs.mine(need)).content();
        startup.run(() -> needs.revise(
                need,
                new NeedContent(
                        content.title(),
                        content.text(),
                        content.modality(),
                        content.disease(),
                        content.bodyPart(),
                        content.label(),
                        content.formats(),
                        content.environments(),
                        content.regions(),
                        content.persons(),
                        100_000L,
                        content.yearFrom(),
                        content.yearTo(),
                        content.clinicianHours(),
                        content.purpose(),
                        content.commercialUse(),
                        content.aiTrain(),
                        content.aiFineTune(),
                        content.aiGenerate(),
                        content.aiWeightsLeave(),
                        365)));
        assertThat(startup.get(() -> discovery.explain(need, offer)).getRequirements())
                .extracting(Requirement::code, Requirement::state)
                .contains(tuple("period", Requirement.State.UNMET), tuple("studies", Requirement.State.UNMET));
    }

    /** Their keys are put together, so no page test meets them all. */
    @Test
    void everyWayOutHasATitleInBothLanguages() {
        for (String goal : List.of("MATCH", "PERMIT")) {
            for (String mover : List.of("STARTUP.1", "STARTUP.2", "HOSPITAL.1", "HOSPITAL.2", "BOTH.2")) {
                String key = "discovery.nearmiss." + goal + "." + mover;
                assertThat(messages.getMessage(key, null, Locale.KOREAN))
                        .isNotEqualTo(messages.getMessage(key, null, Locale.ENGLISH));
            }
        }
    }

    @Test
    void theGaugeStandsOnBothDirections() {
        OfferId offer = marketplace.published(people.aHospital(), anOffer("코호트", healthTerms()));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        MatchCard card = startup.get(() -> discovery.explain(need, offer));
        assertThat(card.getStretches().stream()
                        .mapToInt(MatchCard.Stretch::points)
                        .sum())
                .isEqualTo(card.match().fit().score());
        assertThat(card.getLeftTop()).isBetween(0.0, 48.0);
    }
}
