package dari.savedsearches;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
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

import dari.audit.History;
import dari.discovery.SearchQuery;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.matching.permission.Term;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.notifications.Notifications;
import dari.offers.IndexTailer;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.Marketplace;
import dari.support.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.MultiValueMap;

/** Time is stepped by the moment at which the searches are looked at. */
@DariTest
class SavedSearchTests {

    private static final Pattern STOP = Pattern.compile("/alerts/stop\\?token=(\\S+)");

    @Autowired
    SavedSearches searches;

    @Autowired
    SearchAlerts alerts;

    @Autowired
    Notifications notifications;

    @Autowired
    IndexTailer index;

    @Autowired
    Offers offers;

    @Autowired
    Needs needs;

    @Autowired
    History history;

    @Autowired
    Letters letters;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    @Autowired
    MockMvc mvc;

    @Test
    void tellsOnceOfEveryRevisionThatNewlyFits() {
        ActAs hospital = people.aHospital();
        String mark = mark();
        marketplace.published(hospital, anOffer("먼저 있던 " + mark, healthTerms()));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        index.follow();
        SavedSearchId id = saved(startup, need, Map.of(), Alert.AT_ONCE);
        Instant now = clock.instant();

        alerts.tell(now.plus(Duration.ofMinutes(6)));
        assertThat(notices(startup)).isEmpty();

        OfferId fresh = marketplace.published(hospital, anOffer("새로 온 " + mark, healthTerms()));
        marketplace.published(hospital, anOffer("막힌 " + mark, healthTerms().with(Term.AI_TRAIN, false)));
        index.follow();
        alerts.tell(now.plus(Duration.ofMinutes(7)));
        assertThat(notices(startup)).as("its next look is later").isEmpty();
        alerts.tell(now.plus(Duration.ofMinutes(12)));
        String letter = letters.textTo(startup.email());
        assertThat(letter)
                .contains("새로 온 " + mark)
                .contains("/startup/offers/" + fresh.value() + "?need=" + need.value())
                .contains("/startup/search?need=" + need.value())
                .doesNotContain("먼저 있던")
                .doesNotContain("막힌");
        assertThat(notices(startup)).containsExactly("/startup/searches/" + id.value() + "/found");

        alerts.tell(now.plus(Duration.ofMinutes(18)));
        assertThat(notices(startup)).hasSize(1);

        hospital.run(() -> offers.pause(fresh));
        hospital.run(() -> offers.publish(fresh));
        index.follow();
        alerts.tell(now.plus(Duration.ofMinutes(24)));
        assertThat(notices(startup)).as("the same revision came back").hasSize(1);

        hospital.run(() -> {
            offers.revise(fresh, anOffer("고쳐 온 " + mark, healthTerms()));
            offers.publish(fresh);
        });
        index.follow();
        alerts.tell(now.plus(Duration.ofMinutes(30)));
        assertThat(notices(startup)).as("another revision").hasSize(2);
        await().until(() -> letters.countTo(startup.email()) == 2);
        assertThat(letters.textTo(startup.email())).contains("고쳐 온 " + mark);
        assertThat(history.of(List.of(id.value())))
                .extracting(line -> line.action())
                .containsExactly("search.saved", "search.alerted", "search.alerted");
    }

    @Test
    void tellsOnlyWhatPassesTheFilters() {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        saved(startup, need, Map.of("most", "100"), Alert.AT_ONCE);
        marketplace.published(people.aHospital(), anOffer("너무 큰 코호트", healthTerms()));
        index.follow();
        alerts.tell(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(notices(startup)).isEmpty();
    }

    @Test
    void dailyMeansAtEightInSeoulAndNoneMeansNever() {
        Instant morning = Instant.parse("2026-12-01T22:59:00Z"); // 07:59 in Seoul
        assertThat(Alert.DAILY.nextLook(morning, seoul)).isEqualTo("2026-12-01T23:00:00Z");
        assertThat(Alert.DAILY.nextLook(Instant.parse("2026-12-01T23:00:00Z"), seoul))
                .isEqualTo("2026-12-02T23:00:00Z");
        assertThat(Alert.NONE.nextLook(morning, seoul)).isNull();

        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        index.follow();
        SavedSearchId daily = saved(startup, need, Map.of(), Alert.DAILY);
        ActAs silent = people.aStartup();
        NeedId other = marketplace.published(silent, aNeed("예측"));
        saved(silent, other, Map.of(), Alert.NONE);
        marketplace.published(people.aHospital(), anOffer("다음 날 코호트", healthTerms()));
        index.follow();
        Instant eight = startup.get(() -> searches.mine(daily, Locale.KOREAN)).lookAt();
        assertThat(eight).isNotNull();
        assertThat(eight.atZone(seoul).toLocalTime()).isEqualTo(LocalTime.of(8, 0));
        alerts.tell(eight.minusSeconds(1));
        assertThat(notices(startup)).isEmpty();
        alerts.tell(eight);
        assertThat(notices(startup)).hasSize(1);
        assertThat(notices(silent)).isEmpty();
    }

    @Test
    void theLinkInTheLetterStopsTheLettersWithoutSigningIn() throws Exception {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        index.follow();
        SavedSearchId id = saved(startup, need, Map.of(), Alert.AT_ONCE);
        ActAs hospital = people.aHospital();
        marketplace.published(hospital, anOffer("첫 코호트", healthTerms()));
        index.follow();
        Instant now = clock.instant();
        alerts.tell(now.plus(Duration.ofMinutes(6)));
        Matcher link = STOP.matcher(letters.textTo(startup.email()));
        assertThat(link.find()).isTrue();
        String token = link.group(1);
        assertThat(database.sql("SELECT COUNT(*) FROM saved_search_stop WHERE token_hash = :plain")
                        .param("plain", token)
                        .query(Long.class)
                        .single())
                .as("the token itself is nowhere")
                .isZero();

        mvc.perform(get("/alerts/stop").param("token", token).param("lang", "ko"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("알림: 이름")))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(alertOf(startup, id)).as("looking stops nothing").isEqualTo(Alert.AT_ONCE);
        for (int i = 0; i < 2; i++) {
            mvc.perform(post("/alerts/stop").param("token", token).with(csrf()))
                    .andExpect(redirectedUrl("/alerts/stopped"));
        }
        mvc.perform(get("/alerts/stopped").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
        assertThat(alertOf(startup, id)).isEqualTo(Alert.NONE);
        marketplace.published(hospital, anOffer("둘째 코호트", healthTerms()));
        index.follow();
        alerts.tell(now.plus(Duration.ofDays(3)));
        assertThat(notices(startup)).hasSize(1);
        mvc.perform(get("/alerts/stop").param("token", "unknown")).andExpect(status().isNotFound());
        mvc.perform(post("/alerts/stop").param("token", "unknown").with(csrf())).andExpect(status().isNotFound());
        assertThat(history.of(List.of(id.value())))
                .extracting(line -> line.action())
                .containsExactly("search.saved", "search.alerted", "search.stopped");
    }

    @Test
    void aWithdrawnNeedAsksForNothing() {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        index.follow();
        saved(startup, need, Map.of(), Alert.AT_ONCE);
        startup.run(() -> needs.withdraw(need));
        marketplace.published(people.aHospital(), anOffer("늦은 코호트", healthTerms()));
        index.follow();
        alerts.tell(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(notices(startup)).isEmpty();
    }

    @Test
    void whoLeftTheStartupIsToldNothing() {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        index.follow();
        SavedSearchId id = saved(startup, need, Map.of(), Alert.AT_ONCE);
        marketplace.published(people.aHospital(), anOffer("떠난 뒤 코호트", healthTerms()));
        index.follow();
        database.sql("DELETE FROM membership WHERE account = :account")
                .param("account", IdBytes.of(startup.actor().user().value()))
                .update();
        alerts.tell(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(notices(startup)).isEmpty();
        assertThat(alertOf(startup, id)).isEqualTo(Alert.NONE);
    }

    @Test
    void onlyThePersonWhoSavedASearchSeesIt() {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        SavedSearchId id = saved(startup, need, Map.of(), Alert.DAILY);
        for (ActAs other : List.of(people.colleagueOf(startup, Role.STARTUP_OWNER), people.aStartup())) {
            assertThat(other.get(() -> searches.mine(Locale.KOREAN))).isEmpty();
            assertThatThrownBy(() -> other.run(() -> searches.change(id, "훔침", Alert.NONE)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> other.run(() -> searches.delete(id))).isInstanceOf(NotFoundException.class);
        }
        ActAs other = people.aStartup();
        assertThatThrownBy(() -> saved(other, need, Map.of(), Alert.DAILY)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void isSavedRenamedAndDeletedOnItsPages() throws Exception {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        String ofNeed = need.value().toString();
        mvc.perform(get("/startup/searches/new")
                        .param("lang", "en")
                        .param("need", ofNeed)
                        .param("verdict", "permit")
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"verdict\" value=\"permit\"")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(post("/startup/searches/new")
                        .param("lang", "en")
                        .param("need", ofNeed)
                        .param("name", " ")
                        .param("alert", "DAILY")
                        .with(csrf())
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Write a name you will recognise.")));
        mvc.perform(post("/startup/searches/new")
                        .param("need", ofNeed)
                        .param("verdict", "permit")
                        .param("persons", "2000")
                        .param("name", "큰 코호트")
                        .param("alert", "DAILY")
                        .with(csrf())
                        .with(startup.signedIn()))
                .andExpect(redirectedUrl("/startup/searches"));
        SavedSearchView view = startup.get(() -> searches.mine(Locale.KOREAN)).get(0);
        assertThat(view.conditions()).containsExactly("허용", "환자 2,000명 이상");
        String page = "/startup/searches/" + view.id().value();
        for (String path : List.of("/startup/searches", page)) {
            mvc.perform(get(path).param("lang", "en").with(startup.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("큰 코호트")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get(page + "/found").with(startup.signedIn()))
                .andExpect(redirectedUrl("/startup/search?need=" + ofNeed + "&verdict=permit&persons=2000"));
        mvc.perform(post(page)
                        .param("name", "아주 큰 코호트")
                        .param("alert", "NONE")
                        .with(csrf())
                        .with(startup.signedIn()))
                .andExpect(redirectedUrl("/startup/searches"));
        assertThat(startup.get(() -> searches.mine(view.id(), Locale.KOREAN)))
                .returns("아주 큰 코호트", SavedSearchView::name)
                .returns(Alert.NONE, SavedSearchView::alert)
                .returns(null, SavedSearchView::lookAt);
        mvc.perform(post(page + "/delete").with(csrf()).with(startup.signedIn()))
                .andExpect(redirectedUrl("/startup/searches"));
        assertThat(startup.get(() -> searches.mine(Locale.KOREAN))).isEmpty();
    }

    @Test
    void thereIsAnEndToHowManyOnePersonKeeps() {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        for (int i = 0; i < SavedSearches.MOST; i++) {
            saved(startup, need, Map.of("persons", "999999999"), Alert.NONE);
        }
        assertThatThrownBy(() -> saved(startup, need, Map.of(), Alert.NONE)).isInstanceOf(RuleBrokenException.class);
    }

    private SavedSearchId saved(ActAs startup, NeedId need, Map<String, String> parameters, Alert alert) {
        SearchQuery query = SearchQuery.of(MultiValueMap.fromSingleValue(parameters));
        return startup.get(() -> searches.save(need, query, "알림: 이름", alert));
    }

    private Alert alertOf(ActAs startup, SavedSearchId id) {
        return startup.get(() -> searches.mine(id, Locale.KOREAN)).alert();
    }

    /** Links of the notices of saved searches; other notices of the person are not counted. */
    private List<String> notices(ActAs person) {
        return person.get(() -> notifications.showMine(0)).stream()
                .filter(notice -> notice.messageKey().equals("savedsearches.notice"))
                .map(notice -> notice.link())
                .toList();
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
