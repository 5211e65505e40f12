package dari.api;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dari.kernel.Role;
import dari.needs.NeedAudience;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.offers.IndexTailer;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.ApiCalls;
import dari.support.ApiCalls.Answer;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import dari.tokens.ApiTokens;
import dari.tokens.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What a program can do for either side. Every answer here is held against the OpenAPI document, too ({@link ApiCalls}). */
@DariTest
class ApiTests {

    /** Without its last brace. */
    private static final String PROFILE =
            "{\"product\": \"결마루\", \"intendedUse\": \"예측\", \"forProfit\": true, \"country\": \"KR\","
                    + " \"mfdsClass\": \"II\", \"stage\": \"planned\"";

    private static final String NEED = """
            {"title": "당뇨 예측", "text": "재입원을 예측합니다", "modality": "modality:ehr", "disease": "disease:diabetes",
             "persons": 500, "purpose": "health", "commercialUse": true, "ai": ["train"], "periodDays": 180}""";

    private static final String OFFER = """
            {"kind": "kind:data", "titleKo": "당뇨 코호트", "summaryKo": "외래 기록입니다", "modality": "modality:ehr",
             "disease": "disease:diabetes", "environments": ["environment:deidentified"], "region": "region:gangwon",
             "persons": 2600, "capacityPerQuarter": 2, "answerDays": 14, "primary": "health",
             "legalBasis": "pipa-28-2", "commercialUse": true, "aiTrain": true, "priceWon": 1000000,
             "accessDays": 180, "delivery": "HOSTED", "source": "cohort-a"}""";

    @Autowired
    ApiCalls api;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Needs needs;

    @Autowired
    IndexTailer index;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @AfterEach
    void withdraw() {
        marketplace.withdrawOffers();
    }

    @Test
    void saysWhatIsWrongAsProblemDetailsInTheAskedLanguage() throws Exception {
        Answer none = api.visit("/api/v1/needs", "Accept-Language", "en", "Accept", "text/html");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(none.text("/type")).isEqualTo("urn:dari:problem:unauthorized");
        assertThat(none.text("/title")).isEqualTo("A token is needed");
        assertThat(none.text("/instance")).isEqualTo("/api/v1/needs");
        assertThat(api.visit("/api/v1/needs").text("/title")).isEqualTo("토큰이 필요합니다");
        assertThat(api.visit("/api/v1/offers", "Authorization", "Bearer dari_nobody")
                        .status())
                .isEqualTo(401);

        ActAs startup = people.aStartup();
        String token = api.tokenOf(startup);
        assertThat(api.get_(startup, "/api/v1/nothing").status()).isEqualTo(404);
        assertThat(api.post(startup, "/api/v1/nothing", "{}").status()).isEqualTo(404);
        assertThat(api.get_(startup, "/api/v2/needs").status()).isEqualTo(404);
        assertThat(api.get_(startup, "/api/v1/needs/no-id").status()).isEqualTo(404);
        Answer method = api.call(startup, HttpMethod.DELETE, "/api/v1/needs", null);
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("GET, POST");
        assertThat(api.send(ApiCalls.withToken(get("/api/v1/needs"), token), null, "Accept", "text/csv")
                        .status())
                .isEqualTo(406);
        assertThat(api.send(
                                ApiCalls.withToken(post("/api/v1/needs"), token).content("title=x"),
                                null,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
        Answer unreadable = api.post(startup, "/api/v1/needs", "{\"persons\": \"many\"}", "Accept-Language", "en");
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.text("/detail")).contains("persons");
        assertThat(api.post(startup, "/api/v1/needs", "{").status()).isEqualTo(400);
        assertThat(api.get_(startup, "/api/v1/needs?cursor=xx").text("/type")).isEqualTo("urn:dari:problem:cursor");
        assertThat(api.get_(startup, "/api/v1/needs?limit=many").status()).isEqualTo(400);

        Answer invalid = api.post(
                startup,
                "/api/v1/needs",
                "{\"text\": \"x\", \"modality\": \"modality:nothing\", \"purpose\": \"health\", \"periodDays\": 0,"
                        + " \"yearFrom\": 2020, \"yearTo\": 2010, \"audience\": \"CHOSEN\"}");
        assertThat(invalid.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        invalid.body()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields).containsExactly("hospitals", "modality", "periodDays", "title", "yearTo");
        assertThat(startup.get(() -> needs.mine())).isEmpty();
    }

    @Test
    void letsATokenDoWhatItsScopesAndItsPersonsRolesAllow() throws Exception {
        ActAs startup = people.aStartup();
        String reads = api.tokenOf(startup, Scope.NEEDS_READ);
        assertThat(api.send(ApiCalls.withToken(get("/api/v1/needs"), reads), null)
                        .status())
                .isEqualTo(200);
        Answer refused = api.send(ApiCalls.withToken(post("/api/v1/needs"), reads), NEED, "Accept-Language", "en");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/type")).isEqualTo("urn:dari:problem:scope");
        assertThat(refused.text("/detail")).contains("needs:write");

        ActAs clinician = people.colleagueOf(people.aHospital(), Role.HOSPITAL_CLINICIAN);
        Answer role = api.post(clinician, "/api/v1/hospital/offers", OFFER);
        assertThat(role.status()).isEqualTo(403);
        assertThat(role.text("/type")).isEqualTo("urn:dari:problem:forbidden");

        startup.run(() -> tokens.revoke(
                startup.get(() -> tokens.mine(0, 1)).getContent().get(0).id()));
        assertThat(api.send(ApiCalls.withToken(get("/api/v1/needs"), reads), null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void changesOnlyTheVersionThatWasSeen() throws Exception {
        ActAs startup = people.aStartup();
        Answer made = api.post(startup, "/api/v1/needs", NEED);
        assertThat(made.status()).isEqualTo(201);
        String path = made.header("Location");
        assertThat(path).isEqualTo("/api/v1/needs/" + made.text("/id"));
        assertThat(made.text("/status")).isEqualTo("DRAFT");
        Answer read = api.get_(startup, path);
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag")).startsWith("\"");
        assertThat(api.call(startup, HttpMethod.GET, path, null, "If-None-Match", read.header("ETag"))
                        .status())
                .isEqualTo(304);

        String changed = NEED.replace("당뇨 예측", "당뇨 악화 예측");
        assertThat(api.put(startup, path, changed).status()).isEqualTo(428);
        Answer after = api.put(startup, path, changed, "If-Match", read.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text("/content/title")).isEqualTo("당뇨 악화 예측");
        assertThat(after.header("ETag")).isNotEqualTo(read.header("ETag"));
        Answer late = api.put(startup, path, NEED, "If-Match", read.header("ETag"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(api.get_(startup, path).text("/content/title")).isEqualTo("당뇨 악화 예측");

        assertThat(api.post(startup, path + "/publish", null, "If-Match", read.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(api.post(startup, path + "/publish", null).text("/status")).isEqualTo("PUBLISHED");
        assertThat(api.post(startup, path + "/withdraw", null).text("/status")).isEqualTo("WITHDRAWN");
        Answer rule = api.post(startup, path + "/publish", null);
        assertThat(rule.status()).isEqualTo(409);
        assertThat(rule.text("/type")).isEqualTo("urn:dari:problem:rule");

        Answer profile = api.get_(startup, "/api/v1/profile");
        Answer saved = api.put(
                startup,
                "/api/v1/profile",
                "{\"product\": \"결마루\", \"intendedUse\": \"예측\", \"forProfit\": true, \"country\": \"KR\","
                        + " \"mfdsClass\": \"II\", \"stage\": \"planned\", \"gives\": [\"return:fee\"]}",
                "If-Match",
                profile.header("ETag"));
        assertThat(saved.text("/product")).isEqualTo("결마루");
    }

    @Test
    void whatAProfileLeavesOutOfItsBackgroundStaysAndWhatIsEmptyIsTakenBack() throws Exception {
        ActAs startup = people.aStartup();
        saved(startup, "\"evidence\": \"reader\", \"team\": \"넷\", \"lacks\": [\"clinical\"], \"innovative\": true");

        Answer part = saved(startup, "\"leaves\": \"metrics\", \"team\": \"\"");
        assertThat(part.text("/background/leaves")).isEqualTo("metrics");
        assertThat(part.text("/background/team")).isEmpty();
        assertThat(part.text("/background/evidence")).isEqualTo("reader");
        assertThat(part.body().at("/background/innovative").asBoolean()).isTrue();
        assertThat(part.text("/background/lacks/0")).isEqualTo("clinical");

        Answer without = put(startup, PROFILE + "}");
        assertThat(without.body().at("/background")).isEqualTo(part.body().at("/background"));
        Answer wrong = put(startup, PROFILE + ", \"background\": {\"evidence\": \"gut feeling\"}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/errors/0/field")).isEqualTo("background.evidence");
    }

    private Answer saved(ActAs startup, String background) throws Exception {
        Answer saved = put(startup, PROFILE + ", \"background\": {" + background + "}}");
        assertThat(saved.status()).isEqualTo(200);
        return saved;
    }

    private Answer put(ActAs startup, String profile) throws Exception {
        return api.put(startup, "/api/v1/profile", profile, "If-Match", "*");
    }

    @Test
    void doesOnceWhatIsSentTwiceUnderOneKey() throws Exception {
        ActAs startup = people.aStartup();
        Answer first = api.post(startup, "/api/v1/needs", NEED, "Idempotency-Key", "a");
        Answer again = api.post(startup, "/api/v1/needs", NEED, "Idempotency-Key", "a");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(startup.get(() -> needs.mine())).hasSize(1);
        assertThat(api.get_(startup, first.header("Location")).header("ETag")).isEqualTo(first.header("ETag"));

        Answer other = api.post(startup, "/api/v1/needs", NEED.replace("500", "600"), "Idempotency-Key", "a");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).isEqualTo("urn:dari:problem:key-reused");
        // what was refused may be sent again, better; another's key is another key
        assertThat(api.post(startup, "/api/v1/needs", "{}", "Idempotency-Key", "b")
                        .status())
                .isEqualTo(422);
        assertThat(api.post(startup, "/api/v1/needs", NEED, "Idempotency-Key", "b")
                        .status())
                .isEqualTo(201);
        assertThat(api.post(people.aStartup(), "/api/v1/needs", NEED, "Idempotency-Key", "a")
                        .status())
                .isEqualTo(201);
        assertThat(startup.get(() -> needs.mine())).hasSize(2);
    }

    @Test
    void handsOutListsPageByPageWithoutRepeatingOrLeavingOut() throws Exception {
        ActAs startup = people.aStartup();
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(0, startup.get(() -> needs.draft(aNeed("수요"))).value());
        }
        Answer first = api.get_(startup, "/api/v1/needs?limit=2");
        startup.run(() -> needs.draft(aNeed("그사이"))); // stands before what was read
        List<UUID> seen = new ArrayList<>(idsOf(first));
        Answer page = first;
        while (page.body().has("next")) {
            String link = page.header("Link");
            assertThat(link).endsWith(">; rel=\"next\"");
            page = api.get_(startup, link.substring(1, link.indexOf('>')));
            assertThat(page.body().path("items").size()).isLessThanOrEqualTo(2);
            seen.addAll(idsOf(page));
        }
        assertThat(seen).isEqualTo(all);
        assertThat(page.header("Link")).isNull();

        ActAs hospital = people.aHospital();
        List<UUID> offers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            offers.add(
                    marketplace.published(hospital, anOffer("쪽", healthTerms())).value());
        }
        List<UUID> open = new ArrayList<>();
        Answer read = api.visit("/api/v1/offers?limit=2");
        open.addAll(idsOf(read));
        while (read.body().has("next")) {
            read = api.visit("/api/v1/offers?limit=2&cursor=" + read.text("/next"));
            open.addAll(idsOf(read));
        }
        assertThat(open).doesNotHaveDuplicates().containsSubsequence(offers);
    }

    @Test
    void leadsBothSidesFromTheOfferToTheFirstWords() throws Exception {
        ActAs hospital = people.aHospital();
        Answer offer = api.post(hospital, "/api/v1/hospital/offers", OFFER);
        assertThat(offer.status()).isEqualTo(201);
        assertThat(offer.text("/content/source")).isEqualTo("cohort-a");
        assertThat(offer.body().at("/content/aiGenerate").isMissingNode()).isTrue();
        String offerPath = offer.header("Location");
        assertThat(api.visit("/api/v1/offers/" + offer.text("/id")).status()).isEqualTo(404);
        assertThat(api.post(hospital, offerPath + "/publish", null).text("/status"))
                .isEqualTo("PUBLISHED");
        Answer open = api.visit("/api/v1/offers/" + offer.text("/id"));
        assertThat(open.text("/content/disease")).isEqualTo("disease:diabetes");
        assertThat(open.body().at("/content/source").isMissingNode()).isTrue();
        index.follow();

        ActAs startup = people.aStartup();
        Answer need = api.post(startup, "/api/v1/needs", NEED);
        api.post(startup, need.header("Location") + "/publish", null);
        Answer matches = api.get_(startup, need.header("Location") + "/matches?limit=100&region=region:gangwon");
        JsonNode match = with(matches.body().path("items"), "offer", offer.text("/id"));
        assertThat(match.path("verdict").asString()).isIn("PERMIT", "ASK");
        int sum = 0;
        for (JsonNode part : match.path("parts")) {
            sum += part.path("points").asInt();
        }
        assertThat(sum).isEqualTo(match.path("score").asInt()).isPositive();
        assertThat(match.path("reasons").size()).isPositive();
        Answer why = api.send(
                ApiCalls.withToken(
                        get(need.header("Location") + "/matches/" + offer.text("/id")), api.tokenOf(startup)),
                null,
                "Accept-Language",
                "en");
        assertThat(why.text("/place")).isIn("SHOWN", "BELOW", "NOT_A_CANDIDATE");
        assertThat(why.text("/standing")).isNotBlank().doesNotContainPattern("[가-힣]");

        String interest = "{\"offer\": \"%s\", \"need\": \"%s\"}".formatted(offer.text("/id"), need.text("/id"));
        Answer introduction = api.post(startup, "/api/v1/introductions", interest);
        assertThat(introduction.text("/status")).isEqualTo("INTERESTED");
        String talk = introduction.header("Location");
        assertThat(api.post(startup, talk + "/messages", "{\"text\": \"안녕하세요\"}")
                        .status())
                .isEqualTo(409);
        assertThat(api.post(startup, talk + "/accept", null).status()).isEqualTo(403);
        assertThat(api.post(hospital, talk + "/accept", "{\"text\": \"반갑습니다\"}").text("/status"))
                .isEqualTo("MUTUAL");
        assertThat(api.post(startup, talk + "/messages", "{\"text\": \"  \"}").status())
                .isEqualTo(422);
        Answer refused = api.post(startup, talk + "/messages", "{\"text\": \"환자 900101-1234568 입니다\"}");
        assertThat(refused.status()).isEqualTo(409);
        Answer said = api.post(startup, talk + "/messages", "{\"text\": \"Hello\", \"language\": \"en\"}");
        assertThat(said.status()).isEqualTo(201);
        Answer thread = api.get_(hospital, talk + "/messages?limit=1");
        assertThat(thread.text("/items/0/text")).isEqualTo("반갑습니다");
        assertThat(api.get_(hospital, talk + "/messages?cursor=" + thread.text("/next"))
                        .text("/items/0/text"))
                .isEqualTo("Hello");
        assertThat(idsOf(api.get_(hospital, "/api/v1/introductions")))
                .containsExactly(UUID.fromString(introduction.text("/id")));
        assertThat(api.get_(people.aStartup(), talk).status()).isEqualTo(404);

        Answer revised = api.put(
                hospital,
                offerPath,
                OFFER.replace("2600", "2700"),
                "If-Match",
                api.get_(hospital, offerPath).header("ETag"));
        assertThat(revised.body().path("revision").asInt()).isEqualTo(2);
        assertThat(api.post(hospital, offerPath + "/publish", null).status()).isEqualTo(200);
        assertThat(api.post(hospital, offerPath + "/pause", null).text("/status"))
                .isEqualTo("PAUSED");
        assertThat(api.post(hospital, offerPath + "/withdraw", null).text("/status"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void letsAHospitalFindANeedAndInvite() throws Exception {
        ActAs hospital = people.aHospital();
        OfferId offer = marketplace.published(hospital, anOffer("초대 자료", healthTerms()));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("초대받을 수요"));
        startup.run(() -> needs.showTo(need, NeedAudience.VERIFIED, Set.of()));
        Answer found = api.get_(hospital, "/api/v1/hospital/needs?limit=100&offer=" + offer.value());
        assertThat(found.body().path("total").asInt()).isPositive();
        Answer one = api.get_(hospital, "/api/v1/hospital/needs/" + need.value() + "?offer=" + offer.value());
        assertThat(one.text("/content/title")).isEqualTo("초대받을 수요");
        assertThat(one.text("/contact")).isEqualTo("NEW");
        assertThat(api.get_(hospital, "/api/v1/hospital/needs").status()).isEqualTo(400);

        String body =
                "{\"offer\": \"%s\", \"need\": \"%s\", \"message\": \"함께해요\"}".formatted(offer.value(), need.value());
        Answer sent = api.post(hospital, "/api/v1/invitations", body);
        assertThat(sent.status()).isEqualTo(201);
        assertThat(api.post(hospital, "/api/v1/invitations", "{}").status()).isEqualTo(422);
        assertThat(idsOf(api.get_(startup, "/api/v1/invitations"))).hasSize(1);
        assertThat(api.post(startup, sent.header("Location") + "/decline", "{\"reason\": \"\"}")
                        .status())
                .isEqualTo(422);
        Answer accepted = api.post(startup, sent.header("Location") + "/accept", null);
        assertThat(accepted.text("/status")).isEqualTo("ACCEPTED");
        assertThat(api.get_(startup, "/api/v1/introductions/" + accepted.text("/introduction"))
                        .text("/status"))
                .isEqualTo("MUTUAL");
        assertThat(api.post(hospital, sent.header("Location") + "/withdraw", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void keepsSearchesForItsPerson() throws Exception {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("저장할 수요"));
        String body =
                "{\"need\": \"%s\", \"name\": \"강원\", \"alert\": \"DAILY\", \"query\": {\"region\": [\"region:gangwon\"]}}"
                        .formatted(need.value());
        Answer saved = api.post(startup, "/api/v1/saved-searches", body);
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.body().path("conditions").size()).isEqualTo(1);
        String path = saved.header("Location");
        assertThat(api.put(
                                startup,
                                path,
                                "{\"name\": \"강원 자료\", \"alert\": \"NONE\"}",
                                "If-Match",
                                saved.header("ETag"))
                        .text("/alert"))
                .isEqualTo("NONE");
        assertThat(idsOf(api.get_(startup, "/api/v1/saved-searches"))).hasSize(1);
        assertThat(api.call(startup, HttpMethod.DELETE, path, null).status()).isEqualTo(204);
        assertThat(api.get_(startup, path).status()).isEqualTo(404);
    }

    private static List<UUID> idsOf(Answer answer) {
        List<UUID> ids = new ArrayList<>();
        answer.body()
                .path("items")
                .forEach(item -> ids.add(UUID.fromString(item.path("id").asString())));
        return ids;
    }

    private static JsonNode with(JsonNode items, String field, String value) {
        for (JsonNode item : items) {
            if (item.path(field).asString().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("no " + field + " " + value);
    }
}
