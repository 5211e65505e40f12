package dari.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.kernel.UserId;
import dari.organizations.Organizations;
import dari.support.ActAs;
import dari.support.Browser;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.People;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class LetterTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Organizations organizations;

    @Autowired
    LetterChoices choices;

    @Autowired
    Digests digests;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private void tell(ActAs person, String key, String... arguments) {
        organizations.tell(person.organization().id(), Set.of(), Notice.of(key, "/account", arguments));
    }

    private void choose(ActAs person, NoticeKind kind, Delivery delivery, int hour) {
        person.run(() -> choices.choose(new MailChoices(Map.of(kind, delivery), hour)));
    }

    private static UserId user(ActAs person) {
        return person.actor().user();
    }

    @Test
    void writesAtOnceOnceADayOrNotAtAllAsThePersonChose() throws Exception {
        ActAs person = people.aStartup();
        choose(person, NoticeKind.DOCUMENTS, Delivery.DAILY, 0);
        choose(person, NoticeKind.TEAM, Delivery.NEVER, 0);
        tell(person, "documents.notice.shown", "동의서");
        tell(person, "documents.notice.shown", "서약서");
        tell(person, "organizations.notice.left", "김하나");
        tell(person, "projects.notice.made", "과제");
        assertThat(letters.textTo(person.email())).doesNotContain("동의서");
        assertThat(letters.countTo(person.email())).isEqualTo(1);
        mvc.perform(get("/notifications").with(person.signedIn()))
                .andExpect(content().string(containsString("동의서")))
                .andExpect(content().string(containsString("김하나")));

        assertThat(digests.readers()).contains(user(person));
        digests.write(user(person));
        await().until(() -> letters.countTo(person.email()) == 2);
        assertThat(letters.textTo(person.email()))
                .contains("알림이 2건", "동의서", "서약서", "http://localhost/notifications/")
                .doesNotContain("김하나");
        tell(person, "documents.notice.shown", "허가서");
        digests.write(user(person));
        assertThat(digests.readers()).as("one a day").contains(user(person));
    }

    @Test
    void callsATitleAsItsReaderDoesInPlaceInLettersAndInTheDaysLetter() throws Exception {
        ActAs person = people.aStartup();
        database.sql("UPDATE account SET language = 'en' WHERE id = ?")
                .param(IdBytes.of(user(person).value()))
                .update();
        String title = Notice.title("데이터 바우처 공모", "Data voucher call");
        tell(person, "calls.notice.extended", title, "2026-12-01");
        assertThat(letters.textTo(person.email()))
                .contains("The deadline of a call was extended: Data voucher call, until 2026-12-01")
                .doesNotContain("바우처");
        choose(person, NoticeKind.TEAM, Delivery.DAILY, 0);
        tell(person, "organizations.notice.left", Notice.title("두 이름", "Both names"));
        digests.write(user(person));
        await().until(() -> letters.countTo(person.email()) == 2);
        assertThat(letters.textTo(person.email())).contains("Both names").doesNotContain("두 이름");
        mvc.perform(get("/notifications").param("lang", "en").with(person.signedIn()))
                .andExpect(content().string(containsString("Data voucher call, until")))
                .andExpect(content().string(not(containsString("바우처"))));
        mvc.perform(get("/notifications").param("lang", "ko").with(person.signedIn()))
                .andExpect(content().string(containsString("데이터 바우처 공모, 2026-12-01까지")));
        assertThat(Notice.title("한글만", "")).as("without an English one").isEqualTo("한글만");
    }

    @Test
    void waitsForTheHourOfThePersonsOwnDay() {
        ActAs person = people.aStartup();
        choose(person, NoticeKind.TEAM, Delivery.DAILY, 0);
        tell(person, "organizations.notice.left", "김하나");
        ZoneId far = ZoneId.of("Pacific/Kiritimati");
        LocalDate there = LocalDate.now(clock.withZone(far));
        NoticeDigest digest = new NoticeDigest(user(person));
        digest.comesAt(9);
        assertThat(digest.isDue(there.atTime(8, 59).atZone(far))).isFalse();
        assertThat(digest.isDue(there.atTime(9, 0).atZone(far))).isTrue();
        digest.sent(there, new byte[32]);
        assertThat(digest.isDue(there.atTime(23, 0).atZone(far))).isFalse();
        assertThat(digest.isDue(there.plusDays(1).atTime(9, 0).atZone(far))).isTrue();
    }

    @Test
    void writesAboutSecurityAndDeadlinesAtOnceWhateverIsAsked() throws Exception {
        ActAs person = people.aStartup();
        choose(person, NoticeKind.DEADLINES, Delivery.NEVER, 0);
        assertThat(choices.of(user(person), NoticeKind.DEADLINES)).isEqualTo(Delivery.AT_ONCE);
        tell(person, "documents.notice.ending", "동의서", "2026-12-01");
        assertThat(letters.textTo(person.email())).contains("동의서").doesNotContain("/letters/stop");
        assertThat(letters.headerTo(person.email(), "List-Unsubscribe")).isEmpty();
    }

    @Test
    void stopsTheLettersOfAKindByOnePressInTheMailProgram() throws Exception {
        ActAs person = people.aStartup();
        tell(person, "organizations.notice.left", "김하나");
        String header = letters.headerTo(person.email(), "List-Unsubscribe");
        assertThat(letters.headerTo(person.email(), "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header)
                .doesNotContain("@")
                .doesNotContain(user(person).value().toString());
        URI stop = URI.create(header.substring(1, header.length() - 1));

        mvc.perform(get(stop).param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Stop these letters")));
        assertThat(choices.of(user(person), NoticeKind.TEAM)).isEqualTo(Delivery.AT_ONCE);
        mvc.perform(post(stop).param("List-Unsubscribe", "One-Click").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("These letters are stopped")));
        assertThat(choices.of(user(person), NoticeKind.TEAM)).isEqualTo(Delivery.NEVER);
        mvc.perform(post("/letters/stop").param("token", "invented")).andExpect(status().isConflict());
    }

    @Test
    void keepsTheChoicesOfThePage() throws Exception {
        ActAs person = people.aHospital();
        mvc.perform(post("/account/notices")
                        .param("TALKS", "DAILY")
                        .param("PROGRAM", "NEVER")
                        .param("SECURITY", "NEVER")
                        .param("zone", "America/New_York")
                        .param("hour", "18")
                        .with(person.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/account/notices"));
        MailChoices mine = person.get(() -> choices.mine());
        assertThat(mine.deliveries())
                .containsEntry(NoticeKind.TALKS, Delivery.DAILY)
                .containsEntry(NoticeKind.PROGRAM, Delivery.NEVER)
                .containsEntry(NoticeKind.TEAM, Delivery.AT_ONCE)
                .doesNotContainKey(NoticeKind.SECURITY);
        assertThat(mine.hour()).isEqualTo(18);
        mvc.perform(post("/account/notices")
                        .param("zone", "Mars/Olympus")
                        .param("hour", "25")
                        .param("lang", "en")
                        .with(person.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Choose a time zone from the list")))
                .andExpect(content().string(containsString("Choose an hour from the list")));

        tell(person, "organizations.notice.left", "김하나");
        database.sql("UPDATE notification SET created_at = '2026-03-01 12:34:00' WHERE account = ?")
                .param(IdBytes.of(user(person).value()))
                .update();
        mvc.perform(get("/notifications").param("lang", "en").with(person.signedIn()))
                .andExpect(content().string(containsString("7:34")));
    }

    @Test
    void leadsToTheOrganisationThatANoticeIsFor() throws Exception {
        ActAs first = people.aStartup();
        ActAs second = people.aHospital();
        database.sql(
                        "INSERT INTO membership SELECT ?, 0, ?, ?, 'HOSPITAL_OFFICE', since FROM membership WHERE account = ?")
                .params(
                        IdBytes.of(UUID.randomUUID()),
                        IdBytes.of(second.organization().id().value()),
                        IdBytes.of(user(first).value()),
                        IdBytes.of(user(first).value()))
                .update();
        Browser browser = new Browser(mvc);
        browser.signIn(first.email(), People.PASSWORD);
        browser.open("/hospital/offers").andExpect(status().isForbidden());
        organizations.tell(
                second.organization().id(),
                Set.of(Role.HOSPITAL_OFFICE),
                Notice.of("introductions.notice.declared", "/hospital/offers", "새벽", "코호트"));
        UUID notice = first.get(() -> database.sql(
                                "SELECT id FROM notification WHERE account = ? AND link = '/hospital/offers'")
                        .param(IdBytes.of(user(first).value()))
                        .query((row, n) -> IdBytes.toId(row.getBytes(1))))
                .single();
        browser.open("/notifications/" + notice).andExpect(redirectedUrl("/hospital/offers"));
        browser.open("/hospital/offers")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("You now work for the organisation")));
        mvc.perform(get("/notifications/{id}", notice).with(people.aStartup().signedIn()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("코호트"))));
    }
}
