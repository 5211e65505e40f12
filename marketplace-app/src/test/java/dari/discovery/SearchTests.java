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
import dari.offers.Arrangements;
import dari.offers.IndexTailer;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.offers.PlainOffers;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

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
    Facets facets;

    @Autowired
    PlainOffers plainOffers;

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
        NeedId need = marketplace.published(startup, aNeed("열린 당뇨병 코호트로 재입원 예측"));
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
                    .get(() -> discovery.search(need, SearchQuery.EVERYTHING, null, 0, 10, Locale.KOREAN))
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
                        365,
                        content.startBy())));
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

    @Test
    void everyAppliedConditionIsAChipThatTakesItAway() throws Exception {
        marketplace.published(people.aHospital(), anOffer("코호트", healthTerms()));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        index.follow();
        mvc.perform(get("/startup/search")
                        .param("lang", "ko")
                        .param("need", need.value().toString())
                        .param("q", "당뇨 & 재입원")
                        .param("kind", "kind:data")
                        .param("disease", "disease:endocrine")
                        .param("persons", "2,000")
                        .param("most", "9000")
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("환자 2,000명 이상")))
                .andExpect(content().string(containsString("환자 9,000명 이하")))
                .andExpect(content().string(containsString("낱말: 당뇨 &amp; 재입원")))
                .andExpect(content().string(containsString("좁혀 보기, 5개 적용")))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "href=\"/startup/search?need=" + need.value()
                                                        + "&amp;kind=kind%3Adata&amp;disease=disease%3Aendocrine&amp;persons=2000&amp;most=9000\"")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void whatIsNoNumberIsSaidAtTheFieldAndNotApplied() throws Exception {
        ActAs startup = people.aStartup();
        marketplace.published(startup, aNeed("예측"));
        mvc.perform(get("/startup/search")
                        .param("lang", "en")
                        .param("persons", "many")
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Write digits only.")))
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("Narrow, 0 set")));
        mvc.perform(get("/startup/search")
                        .param("lang", "en")
                        .param("persons", "20")
                        .param("most", "10")
                        .with(startup.signedIn()))
                .andExpect(content().string(containsString("The least is above the most.")));
    }

    @Test
    void filtersNarrowAndTheirCountsSayWhatEachWouldLeave() {
        ActAs hospital = people.aHospital();
        String word = "견줄말" + UUID.randomUUID();
        OfferId small = marketplace.published(hospital, with(anOffer(word, healthTerms()), 150L, 30, "format:fhir"));
        OfferId large = marketplace.published(hospital, with(anOffer(word, healthTerms()), 150_000L, 3, "format:omop"));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        index.follow();

        assertThat(found(startup, need, Map.of("q", word, "persons", "100000")))
                .contains(large)
                .doesNotContain(small);
        assertThat(found(startup, need, Map.of("q", word, "persons", "100", "most", "200")))
                .contains(small)
                .doesNotContain(large);
        assertThat(found(startup, need, Map.of("q", word, "disease", "disease:eye-disease")))
                .doesNotContain(small, large);
        assertThat(found(startup, need, Map.of("q", word, "most", "200000", "sort", "answer")))
                .containsSubsequence(large, small);

        SearchResult narrowed = startup.get(() -> discovery.search(
                need, query(Map.of("persons", "100000", "format", "format:fhir")), null, 0, 10, Locale.ENGLISH));
        Facet formats = narrowed.facets().stream()
                .filter(facet -> facet.name().equals("format"))
                .findFirst()
                .orElseThrow();
        assertThat(formats.choices())
                .filteredOn(choice -> choice.value().equals("format:omop"))
                .extracting(Facet.Choice::count)
                .allSatisfy(count -> assertThat(count).isPositive())
                .hasSize(1);
        assertThat(narrowed.facets())
                .filteredOn(facet -> facet.name().equals("disease"))
                .flatExtracting(Facet::choices)
                .extracting(Facet.Choice::label)
                .contains("endocrine and metabolic disease");
    }

    private List<OfferId> found(ActAs startup, NeedId need, Map<String, String> parameters) {
        return startup.get(() -> discovery.search(need, query(parameters), null, 0, 500, Locale.KOREAN)).open().stream()
                .map(card -> card.offer().id())
                .toList();
    }

    private static SearchQuery query(Map<String, String> parameters) {
        return SearchQuery.of(MultiValueMap.fromSingleValue(parameters));
    }

    /** The whole goes into an address and comes back. */
    @Test
    void aSearchSurvivesItsAddress() {
        SearchQuery query = query(Map.of("q", "a&b=c {0} 가", "region", "region:gangwon", "most", "7", "sort", "new"));
        MultiValueMap<String, String> back =
                UriComponentsBuilder.fromUriString(query.at("/x")).build(true).getQueryParams();
        LinkedMultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        back.forEach((name, values) ->
                values.forEach(value -> decoded.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
        assertThat(SearchQuery.of(decoded)).isEqualTo(query);
    }

    @Test
    void whileSearchIsAwayTheDatabaseNarrowsTheSame() {
        ActAs hospital = people.aHospital();
        OfferId unknownSize =
                marketplace.published(hospital, with(anOffer("모름", healthTerms()), null, 3, "format:fhir"));
        OfferId small = marketplace.published(hospital, with(anOffer("작음", healthTerms()), 150L, 3, "format:fhir"));
        List<OfferId> listed = plainOffers
                .newest(
                        facets.onOffers(
                                query(Map.of("most", "200", "disease", "disease:endocrine", "modality", "modality:ehr"))
                                        .filters()),
                        50)
                .stream()
                .map(OfferView::id)
                .toList();
        assertThat(listed).contains(small).doesNotContain(unknownSize);
        assertThat(plainOffers.newest(
                        facets.onOffers(
                                query(Map.of("disease", "disease:eye-disease")).filters()),
                        50))
                .extracting(OfferView::id)
                .doesNotContain(small);
    }

    @Test
    void offersStandSideBySideAndThoseNotPublicAreLeftOut() throws Exception {
        ActAs hospital = people.aHospital();
        OfferId open = marketplace.published(hospital, anOffer("열린 비교 코호트", healthTerms()));
        OfferId denied = marketplace.published(
                hospital, anOffer("막힌 비교 코호트", healthTerms().with(Term.AI_TRAIN, false)));
        OfferId draft = hospital.get(() -> offers.draft(anOffer("쓰는 비교 코호트", healthTerms())));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("당뇨병 재입원 예측"));
        index.follow();
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/startup/compare")
                            .param("lang", language)
                            .param("need", need.value().toString())
                            .param(
                                    "offer",
                                    open.value().toString(),
                                    denied.value().toString())
                            .param("offer", draft.value().toString())
                            .with(startup.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("열린 비교 코호트")))
                    .andExpect(content().string(containsString("막힌 비교 코호트")))
                    .andExpect(content()
                            .string(containsString(
                                    language.equals("ko") ? "공개되어 있지 않아 뺀 제안: 1건" : "not public now: 1")))
                    .andExpect(content()
                            .string(containsString(language.equals("ko") ? "환자 수: 1,000명 필요, 2,600명 있음" : "1,000")))
                    .andExpect(content().string(containsString("2012–2018")))
                    .andExpect(content().string(containsString("5,000,000")))
                    .andExpect(content().string(not(containsString("쓰는 비교 코호트"))))
                    .andExpect(content().string(not(containsString("??"))));
        }
        Comparison comparison = startup.get(
                () -> discovery.compare(need, "", List.of(open, denied, open, draft, unknown(), unknown(), unknown())));
        assertThat(comparison.cards()).extracting(card -> card.offer().id()).containsExactly(open, denied);
        assertThat(comparison.notPublic()).isEqualTo(2);
        assertThat(comparison.tooMany()).isEqualTo(2);
        assertThat(comparison.cards().get(1).getWaysOut()).isNotEmpty();
        List<MatchCard> listed = startup.get(
                        () -> discovery.search(need, SearchQuery.EVERYTHING, null, 0, 500, Locale.KOREAN))
                .open();
        assertThat(listed)
                .filteredOn(card -> card.offer().id().equals(open))
                .extracting(card -> card.match().fit())
                .containsExactly(comparison.cards().get(0).match().fit());
    }

    @Test
    void oneOfferAloneIsNoComparison() throws Exception {
        ActAs startup = people.aStartup();
        marketplace.published(startup, aNeed("예측"));
        mvc.perform(get("/startup/compare").param("lang", "en").with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Too few offers to compare")))
                .andExpect(content().string(not(containsString("<table"))));
        NeedId foreign = marketplace.published(people.aStartup(), aNeed("남의 것"));
        mvc.perform(get("/startup/compare")
                        .param("need", foreign.value().toString())
                        .with(startup.signedIn()))
                .andExpect(status().isNotFound());
    }

    private static OfferId unknown() {
        return new OfferId(UUID.randomUUID());
    }

    private static OfferContent with(OfferContent c, @Nullable Long persons, int answerDays, String format) {
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
                List.of(format),
                c.environments(),
                c.region(),
                persons,
                c.studies(),
                c.yearFrom(),
                c.yearTo(),
                c.clinicianHours(),
                c.capacityPerQuarter(),
                answerDays,
                c.terms(),
                c.wants(),
                c.priceWon(),
                c.accessDays(),
                c.delivery(),
                c.downloadsAllowed(),
                c.source(),
                c.freeFrom(),
                Arrangements.NONE);
    }
}
