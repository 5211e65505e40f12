package dari.api;

import static org.assertj.core.api.Assertions.assertThat;

import dari.admin.VerificationDesk;
import dari.admin.VerificationView;
import dari.admin.verification.OrganizationChanges;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.support.ActAs;
import dari.support.ApiCalls;
import dari.support.ApiCalls.Answer;
import dari.support.DariTest;
import dari.support.People;
import dari.tokens.Scope;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What was verified, read and asked to be changed by a program. */
@DariTest
class OrganizationApiTests {

    private static final String RENAMED =
            "{\"name\": \"새이름\", \"englishName\": \"New Name\", \"number\": \"220-81-62517\","
                    + " \"address\": \"강원특별자치도 춘천시 호반로 1\", \"why\": \"본점을 옮겼습니다\"}";

    @Autowired
    ApiCalls api;

    @Autowired
    People people;

    @Autowired
    OrganizationChanges changes;

    @Autowired
    VerificationDesk desk;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void aChangeIsAskedForAndTheOldHoldsUntilThePeopleOfTheDeskDecide() throws Exception {
        ActAs startup = people.aStartup();
        ActAs administrator = people.anAdministrator();
        Answer before = api.get_(startup, "/api/v1/organization");

        Answer asked = api.post(startup, "/api/v1/organization/changes", RENAMED);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body().at("/inForce").asBoolean()).isFalse();
        assertThat(asked.text("/record/name")).isEqualTo(before.text("/name"));
        String change = asked.text("/change/id");
        Answer again = api.post(startup, "/api/v1/organization/changes", RENAMED);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).isEqualTo("urn:dari:problem:rule");

        turnOnSecondStep(administrator);
        Answer listed = api.get_(administrator, "/api/v1/program/changes");
        assertThat(listed.text("/items/0/id")).as(listed.body().toString()).isEqualTo(change);
        assertThat(api.get_(administrator, "/api/v1/program/changes/" + change).text("/lines/0/after"))
                .isEqualTo("새이름");
        administrator.run(() -> changes.decide(UUID.fromString(change), true, "등기부와 같습니다"));
        Answer decided = api.get_(startup, "/api/v1/organization/changes/" + change);
        assertThat(decided.text("/status")).isEqualTo("APPROVED");
        assertThat(decided.text("/reason")).isEqualTo("등기부와 같습니다");
        Answer after = api.get_(startup, "/api/v1/organization");
        assertThat(after.text("/name")).isEqualTo("새이름");
        assertThat(after.text("/region")).isEqualTo("region:gangwon");
    }

    @Test
    void whatIsWrongIsNamedFieldByFieldAndARequestIsTakenBack() throws Exception {
        ActAs hospital = people.aHospital();
        Answer wrong = api.post(
                hospital,
                "/api/v1/organization/changes",
                "{\"name\": \"가람\", \"number\": \"123-45-67890\", \"address\": \"달나라\", \"why\": \"이사\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().at("/errors").findValuesAsString("field")).containsExactly("address", "number");
        assertThat(api.post(hospital, "/api/v1/organization/changes", "{}").status())
                .isEqualTo(422);

        String change =
                api.post(hospital, "/api/v1/organization/changes", RENAMED).text("/change/id");
        String withdraw = "/api/v1/organization/changes/" + change + "/withdraw";
        assertThat(api.post(people.aHospital(), withdraw, null).status()).isEqualTo(404);
        assertThat(api.post(hospital, withdraw, null, "If-Match", "\"other\"").status())
                .isEqualTo(412);
        assertThat(api.post(hospital, withdraw, null).text("/status")).isEqualTo("WITHDRAWN");
        assertThat(api.get_(hospital, "/api/v1/organization/changes").text("/items/0/status"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void onlyWhoAnswersForTheOrganisationAsksAndOnlyWithTheScope() throws Exception {
        ActAs startup = people.aStartup();
        ActAs scientist = people.colleagueOf(startup, Role.STARTUP_DATA_SCIENTIST);
        assertThat(api.post(scientist, "/api/v1/organization/changes", RENAMED).status())
                .isEqualTo(403);
        Answer reading = api.send(
                ApiCalls.withToken(
                        MockMvcRequestBuilders.request(HttpMethod.POST, "/api/v1/organization/changes"),
                        api.tokenOf(startup, Scope.ORGANIZATION_READ)),
                RENAMED);
        assertThat(reading.status()).isEqualTo(403);
        assertThat(reading.text("/type")).isEqualTo("urn:dari:problem:scope");
        assertThat(startup.get(() -> changes.asked())).isEmpty();
    }

    @Test
    void whatTheDeskGaveBackIsCorrectedAtOnceAndHandedInAgain() throws Exception {
        ActAs startup = people.unverified(Face.STARTUP, Set.of(Role.STARTUP_OWNER));
        ActAs administrator = people.anAdministrator();
        UUID verification = Awaitility.await()
                .until(() -> startup.get(() -> desk.mine()), Optional::isPresent)
                .map(VerificationView::id)
                .orElseThrow();
        administrator.run(() -> desk.giveBack(verification, "상호가 다릅니다"));
        Answer returned = api.get_(startup, "/api/v1/organization");
        assertThat(returned.text("/verification")).isEqualTo("RETURNED");
        assertThat(returned.text("/reason")).isEqualTo("상호가 다릅니다");

        Answer corrected = api.post(startup, "/api/v1/organization/changes", RENAMED);
        assertThat(corrected.body().at("/inForce").asBoolean()).isTrue();
        assertThat(corrected.text("/record/name")).isEqualTo("새이름");
        assertThat(corrected.body().has("change")).isFalse();
        Answer handedIn = api.post(startup, "/api/v1/organization/verification/hand-in", null);
        assertThat(handedIn.text("/verification")).isEqualTo("OPEN");
    }

    private void turnOnSecondStep(ActAs person) {
        database.sql("INSERT INTO second_factor (account, version, secret, begun_at, confirmed_at, failures)"
                        + " VALUES (:account, 0, '', :now, :now, 0)")
                .param("account", IdBytes.of(person.actor().user().value()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
