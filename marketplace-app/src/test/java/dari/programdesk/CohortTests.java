package dari.programdesk;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallContent;
import dari.admin.Calls;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.cohorts.CohortPlan;
import dari.admin.cohorts.CohortRuns;
import dari.admin.cohorts.CohortView;
import dari.admin.cohorts.Cohorts;
import dari.admin.cohorts.Outcomes;
import dari.admin.cohorts.PreferenceLists;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.IdBytes;
import dari.matching.assignment.Optimal;
import dari.matching.assignment.Pair;
import dari.matching.assignment.Scenario;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** A cohort from its first member to the result that anybody can count again. */
@DariTest
class CohortTests {

    private static final LocalDate DUE = LocalDate.of(2099, 12, 1);

    @Autowired
    People people;

    @Autowired
    Marketplace marketplace;

    @Autowired
    Introductions introductions;

    @Autowired
    Calls calls;

    @Autowired
    Applications applications;

    @Autowired
    Cohorts cohorts;

    @Autowired
    CohortRuns runs;

    @Autowired
    PreferenceLists lists;

    @Autowired
    Outcomes outcomes;

    @Autowired
    History history;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    private ActAs administrator;
    private ActAs first;
    private ActAs second;
    private ActAs coveted;
    private ActAs quiet;
    private UUID call;
    private UUID cohort;

    /** Two startups; a coveted hospital with one seat, and a quiet one with one. */
    @BeforeEach
    void formACohort() {
        administrator = people.anAdministrator();
        coveted = people.aHospital();
        quiet = people.aHospital();
        first = people.aStartup();
        second = people.aStartup();
        call = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 11, 1), 1_000_000_000L, 20, 1));
            calls.open(id);
            return id;
        });
        apply(first);
        apply(second);
        cohort = administrator.get(() -> {
            UUID id = cohorts.draft(call, "첫 코호트", "First cohort");
            cohorts.addStartups(
                    id,
                    cohorts.eligible(id).stream()
                            .map(entry -> entry.application())
                            .collect(Collectors.toSet()));
            cohorts.addDepartment(id, coveted.organization().id().value(), "", "", 1, 0);
            cohorts.addDepartment(id, quiet.organization().id().value(), "영상의학과", "Radiology", 1, 0);
            return id;
        });
    }

    @AfterEach
    void withdraw() {
        marketplace.withdrawOffers();
    }

    @Test
    void bindsTheSeedBeforeAnybodyRanksAndProvesTheResult() throws Exception {
        ask();
        String published = administrator.get(() -> cohorts.show(cohort)).seedHash();
        assertThat(published).isNotNull();
        mvc.perform(get("/calls/{call}/cohorts/{cohort}", call, cohort))
                .andExpect(content().string(containsString(published)))
                .andExpect(content().string(not(containsString("printf"))));

        everybodyRanks();
        administrator.run(() -> {
            runs.close(cohort);
            runs.run(cohort);
        });

        CohortView ran = administrator.get(() -> cohorts.show(cohort));
        assertThat(ran.seedHash()).isEqualTo(published);
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(ran.revealed().text().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(published);
        assertThat(administrator.get(() -> runs.result(cohort)).placed()).isEqualTo(2);
        assertThat(checkedByTheCommandLine()).contains("\"holds\":true", "\"blockingPairs\":0");
        assertThat(actions()).contains("cohort.opened", "cohort.assigned", "cohort.listsRead");

        administrator.run(() -> runs.publish(cohort));
        mvc.perform(get("/calls/{call}/cohorts/{cohort}", call, cohort))
                .andExpect(content().string(containsString(ran.revealed().text())));
    }

    @Test
    void tellsEachSideOnlyItsOwnReasons() throws Exception {
        ask();
        everybodyRanks();
        administrator.run(() -> {
            runs.close(cohort);
            runs.run(cohort);
        });
        assertThat(first.get(() -> outcomes.ofMyStartup(cohort))).isNull(); // not yet published
        administrator.run(() -> runs.publish(cohort));

        // the coveted hospital put both first: the lottery decided between them
        ActAs loser = first.get(() -> outcomes.ofMyStartup(cohort)).reasons().isEmpty() ? second : first;
        ActAs winner = loser == first ? second : first;
        var reasons = loser.get(() -> outcomes.ofMyStartup(cohort)).reasons();
        assertThat(reasons).singleElement().satisfies(reason -> {
            assertThat(reason.other()).isEqualTo(department(coveted).toString());
            assertThat(reason.messageKey()).isEqualTo("matching.whynot.LOTTERY");
            assertThat(reason.wish()).isEqualTo(1);
            assertThat(reason.cutoff()).isEqualTo(1);
        });
        assertThat(winner.get(() -> outcomes.ofMyStartup(cohort)).reasons()).isEmpty();
        mvc.perform(get("/startup/cohorts/{c}", cohort).param("lang", "en").with(loser.signedIn()))
                .andExpect(content().string(containsString("Why you missed the places you wanted more")))
                .andExpect(content()
                        .string(not(containsString(winner.organization().name()))));
        mvc.perform(get("/startup/cohorts/{c}", cohort).param("lang", "en").with(winner.signedIn()))
                .andExpect(content().string(not(containsString("Why you missed the places you wanted more"))));
        assertThat(coveted.get(() -> outcomes.ofMyHospital(cohort)).get(0).got())
                .hasSize(1);
    }

    @Test
    void keepsEveryListFromEverybodyElse() throws Exception {
        ask();
        everybodyRanks();
        String theirs = "/hospital/cohorts/" + cohort + "/departments/" + department(coveted);
        mvc.perform(get(theirs).with(quiet.signedIn())).andExpect(status().isNotFound());
        mvc.perform(post(theirs)
                        .param("rank-" + startup(first), "1")
                        .param("action", "send")
                        .with(csrf())
                        .with(quiet.signedIn()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/startup/cohorts/{c}", cohort).with(people.aStartup().signedIn()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/hospital/cohorts/{c}", cohort).with(people.aHospital().signedIn()))
                .andExpect(status().isNotFound());
        assertThatThrownBy(() -> administrator.run(() -> runs.instanceFile(cohort)))
                .isInstanceOf(ProgramRuleBrokenException.class)
                .hasMessage("cohorts.rule.notRun");
    }

    @Test
    void ranksByButtonsAndNumbersWithoutAScript() throws Exception {
        ask();
        String page = "/startup/cohorts/" + cohort;
        String wanted = department(coveted).toString();
        String spare = department(quiet).toString();
        mvc.perform(post(page).param("up", spare).with(csrf()).with(first.signedIn()))
                .andExpect(redirectedUrl(page + "#row-" + spare));
        mvc.perform(post(page)
                        .param("rank-" + spare, "1")
                        .param("up", wanted)
                        .with(csrf())
                        .with(first.signedIn()))
                .andExpect(redirectedUrl(page + "#row-" + wanted));
        assertThat(ranks(first)).containsExactly(Map.entry(spare, 1), Map.entry(wanted, 2));
        mvc.perform(post(page)
                        .param("rank-" + spare, "1")
                        .param("rank-" + wanted, "2")
                        .param("up", wanted)
                        .with(csrf())
                        .with(first.signedIn()))
                .andExpect(redirectedUrl(page + "#row-" + wanted));
        assertThat(ranks(first)).containsExactly(Map.entry(wanted, 1), Map.entry(spare, 2));
        assertThat(first.get(() -> lists.ofMyStartup(cohort)).submittedAt()).isNull(); // only a draft

        mvc.perform(post(page)
                        .param("lang", "en")
                        .param("rank-" + spare, "first")
                        .param("action", "send")
                        .with(csrf())
                        .with(first.signedIn()))
                .andExpect(content().string(containsString("href=\"#rank-" + spare + "\"")))
                .andExpect(content().string(containsString("value=\"first\"")));
        mvc.perform(post(page).param("action", "send").with(csrf()).with(first.signedIn()))
                .andExpect(content().string(containsString("error-summary")));
        mvc.perform(post(page)
                        .param("rank-" + spare, "7")
                        .param("rank-" + wanted, "7")
                        .param("action", "send")
                        .with(csrf())
                        .with(first.signedIn()))
                .andExpect(redirectedUrl(page));
        assertThat(ranks(first).values()).containsExactly(1, 1); // a tie
        assertThat(first.get(() -> lists.ofMyStartup(cohort)).submittedAt()).isNotNull();
    }

    @Test
    void takesNoListAfterTheLastDay() {
        ask();
        database.update("UPDATE cohort SET lists_due = '2020-01-01' WHERE id = ?", (Object) IdBytes.of(cohort));
        assertThatThrownBy(() -> rank(first, List.of(List.of(department(coveted).toString()))))
                .isInstanceOf(ProgramRuleBrokenException.class)
                .hasMessage("cohorts.rule.closed");
        administrator.run(() -> {
            runs.close(cohort); // though nobody sent one
            runs.run(cohort);
        });
        assertThat(administrator.get(() -> runs.result(cohort)).placed()).isZero();
    }

    @Test
    void showsWhatAnotherSeatWouldChangeAndKeepsNothing() throws Exception {
        ask();
        everybodyRanks();
        administrator.run(() -> {
            runs.close(cohort);
            runs.run(cohort);
        });
        String before = administrator.get(() -> runs.certificateFile(cohort));
        UUID department = department(coveted);

        var twoSeats = administrator.get(() ->
                runs.whatIf(cohort, new Scenario(Map.of(department.toString(), 2), List.of(), List.of(), List.of())));
        assertThat(twoSeats.difference().applicants())
                .singleElement()
                .satisfies(moved -> assertThat(moved.after()).isEqualTo(department.toString()));
        var apart = administrator.get(() -> runs.whatIf(
                cohort,
                new Scenario(
                        Map.of(),
                        List.of(),
                        List.of(
                                new Pair(startup(first).toString(), department.toString()),
                                new Pair(startup(second).toString(), department.toString())),
                        List.of())));
        assertThat(apart.placedAfter()).isEqualTo(1);
        mvc.perform(get("/program/cohorts/{c}/what-if", cohort)
                        .param("lang", "en")
                        .param("ask", "1")
                        .param("seats-" + department, "2")
                        .with(administrator.signedIn()))
                .andExpect(content().string(containsString("1 startups would have another place")));

        assertThat(administrator.get(() -> runs.certificateFile(cohort))).isEqualTo(before);
    }

    @Test
    void recordsACorrectionBesideTheRun() throws Exception {
        ask();
        everybodyRanks();
        administrator.run(() -> {
            runs.close(cohort);
            runs.run(cohort);
        });
        ActAs loser = got(first).equals(department(coveted).toString()) ? second : first;
        assertThatThrownBy(() ->
                        administrator.run(() -> runs.correct(cohort, startup(loser), department(coveted), "더 맞습니다")))
                .hasMessage("cohorts.rule.noSeat");

        administrator.run(() -> runs.correct(cohort, startup(loser), null, "기업이 폐업했습니다"));

        var result = administrator.get(() -> runs.result(cohort));
        assertThat(result.certificate().corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.reason()).isEqualTo("기업이 폐업했습니다");
            assertThat(correction.to()).isNull();
        });
        assertThat(result.lines()).anySatisfy(line -> {
            assertThat(line.startup()).isEqualTo(startup(loser).toString());
            assertThat(line.run()).isNotNull(); // the run itself is as it was
            assertThat(line.now()).isNull();
        });
        assertThat(checkedByTheCommandLine()).contains("\"holds\":true", "\"corrections\":1");
        administrator.run(() -> runs.publish(cohort));
        assertThat(loser.get(() -> outcomes.ofMyStartup(cohort)).correctedBecause())
                .isEqualTo("기업이 폐업했습니다");
    }

    @Test
    void refusesWhatCannotBeAndFreezesWhatWasAskedFor() {
        administrator.run(() -> cohorts.seats(cohort, department(coveted), 1, 3));
        assertThat(administrator.get(() -> runs.findings(cohort)))
                .anySatisfy(
                        finding -> assertThat(finding.problem().isImpossible()).isTrue());
        assertThatThrownBy(() -> administrator.run(() -> runs.askForLists(cohort, DUE, Optimal.APPLICANTS)))
                .hasMessage("cohorts.rule.impossible");
        administrator.run(() -> cohorts.seats(cohort, department(coveted), 1, 0));
        ask();
        assertThatThrownBy(() -> administrator.run(() -> cohorts.seats(cohort, department(coveted), 2, 0)))
                .hasMessage("cohorts.rule.frozen");
        assertThatThrownBy(() -> administrator.run(() -> runs.close(cohort))).hasMessage("cohorts.rule.early");
        assertThatThrownBy(() -> administrator.run(() -> runs.extend(cohort, DUE.minusDays(1), "줄이기")))
                .hasMessage("cohorts.rule.earlier");
    }

    @Test
    void takesTheSizeThatAPersonConfirmed() {
        confirm(first, "MEDIUM");
        UUID another = administrator.get(() -> {
            UUID id = cohorts.draft(call, "둘째 코호트", "Second cohort");
            cohorts.addStartups(
                    id,
                    cohorts.eligible(id).stream()
                            .map(entry -> entry.application())
                            .collect(Collectors.toSet()));
            return id;
        });
        assertThat(sizeOf(another, first)).isEqualTo("medium");
        assertThatThrownBy(() -> administrator.run(() -> cohorts.describe(cohort, startup(first), "capital", "small")))
                .hasMessage("cohorts.rule.size");
        administrator.run(() -> cohorts.describe(cohort, startup(first), "capital", "medium"));

        confirm(first, "SMALL");
        ask();
        assertThat(sizeOf(cohort, first))
                .as("what was confirmed before it was frozen")
                .isEqualTo("small");
    }

    private void confirm(ActAs applicant, String size) {
        byte[] startup = IdBytes.of(applicant.organization().id().value());
        database.update("UPDATE application SET confirmed_size = ? WHERE startup = ?", size, startup);
    }

    private String sizeOf(UUID wanted, ActAs applicant) {
        return administrator.get(() -> cohorts.show(wanted)).plan().startups().stream()
                .filter(one ->
                        one.organization().equals(applicant.organization().id().value()))
                .findFirst()
                .orElseThrow()
                .size();
    }

    @Test
    void keepsGoalsForRegionsAndShowsWhomTheyMoved() {
        administrator.run(() -> {
            cohorts.describe(cohort, startup(first), "capital", "");
            cohorts.describe(cohort, startup(second), "noncapital", "small");
            UUID hospital = cohorts.show(cohort).plan().hospitals().get(0).id();
            cohorts.addGoal(cohort, "region", "noncapital", 1, hospital);
        });
        ask();
        String wanted = department(coveted).toString();
        rank(first, List.of(List.of(wanted)));
        rank(second, List.of(List.of(wanted)));
        rank(
                coveted,
                List.of(
                        List.of(startup(first).toString()),
                        List.of(startup(second).toString())));
        rank(quiet, List.of(List.of(startup(first).toString())));
        administrator.run(() -> {
            runs.close(cohort);
            runs.run(cohort);
        });
        var result = administrator.get(() -> runs.result(cohort));
        assertThat(got(second)).isEqualTo(wanted);
        assertThat(result.bounds())
                .singleElement()
                .satisfies(bound -> assertThat(bound.isMet()).isTrue());
        assertThat(result.shifts()).hasSize(2);
        assertThat(result.certificate().blockingPairs())
                .containsExactly(new Pair(startup(first).toString(), wanted));
    }

    @Test
    void isWholeOnThePagesOfTheDesk() throws Exception {
        mvc.perform(get("/program/cohorts/{c}", cohort).with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(first.organization().name())));
        mvc.perform(post("/program/cohorts/{c}/departments", cohort)
                        .param("lang", "en")
                        .param("hospital", quiet.organization().id().value().toString())
                        .param("departmentKo", "심장내과")
                        .param("seats", "x")
                        .param("fewest", "0")
                        .with(csrf())
                        .with(administrator.signedIn()))
                .andExpect(content().string(containsString("Enter a number from 0 to 999.")))
                .andExpect(content().string(containsString("in both languages")));
        mvc.perform(post("/program/cohorts/{c}/pairs", cohort)
                        .param("pairStartup", startup(first).toString())
                        .param("pairDepartment", department(quiet).toString())
                        .param("together", "together")
                        .param("pairReason", "이미 함께 일합니다")
                        .with(csrf())
                        .with(administrator.signedIn()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/program/cohorts/{c}/open", cohort)
                        .param("due", "2099-12-01")
                        .param("optimal", "PLACES")
                        .with(csrf())
                        .with(administrator.signedIn()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/home").param("lang", "en").with(first.signedIn()))
                .andExpect(content().string(containsString("Send your list: First cohort")));
        everybodyRanks();
        mvc.perform(post("/program/cohorts/{c}/close", cohort).with(csrf()).with(administrator.signedIn()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/program/cohorts/{c}", cohort).with(administrator.signedIn()))
                .andExpect(status().isOk());
        mvc.perform(post("/program/cohorts/{c}/run", cohort).with(csrf()).with(administrator.signedIn()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/program/cohorts/{c}", cohort).with(administrator.signedIn()))
                .andExpect(content().string(containsString("SHA-256")));
        mvc.perform(get("/program/cohorts").with(administrator.signedIn())).andExpect(status().isOk());
        mvc.perform(get("/hospital/cohorts").with(quiet.signedIn())).andExpect(status().isOk());
        assertThat(got(first)).isEqualTo(department(quiet).toString());
    }

    private void apply(ActAs startup) {
        OfferId offer = marketplace.published(coveted, anOffer("코호트 자료", healthTerms()));
        NeedId need = marketplace.published(startup, aNeed("코호트가 찾는 것"));
        IntroductionId introduction = startup.get(() -> introductions.declare(offer, need));
        coveted.run(() -> introductions.accept(introduction));
        startup.run(() -> {
            UUID id = applications.draft(call, introduction.value(), new ApplicationText("요약", "Summary", "이익", "계획"));
            applications.submit(id);
        });
    }

    private void ask() {
        administrator.run(() -> runs.askForLists(cohort, DUE, Optimal.APPLICANTS));
    }

    /** Both startups want the coveted hospital most, which welcomes both equally. */
    private void everybodyRanks() {
        List<List<String>> wishes = List.of(
                List.of(department(coveted).toString()),
                List.of(department(quiet).toString()));
        rank(first, wishes);
        rank(second, wishes);
        List<List<String>> both =
                List.of(List.of(startup(first).toString(), startup(second).toString()));
        rank(coveted, both);
        rank(quiet, both);
    }

    private void rank(ActAs who, List<List<String>> wishes) {
        if (who == first || who == second) {
            who.run(() -> lists.saveAsStartup(cohort, wishes, true));
        } else {
            UUID department = department(who);
            who.run(() -> lists.saveAsHospital(cohort, department, wishes, true));
        }
    }

    private Map<String, Integer> ranks(ActAs startup) {
        return startup.get(() -> lists.ofMyStartup(cohort)).candidates().stream()
                .filter(candidate -> candidate.rank() != null)
                .collect(Collectors.toMap(
                        candidate -> candidate.id(),
                        candidate -> candidate.rank(),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    private CohortPlan plan() {
        return administrator.get(() -> cohorts.show(cohort)).plan();
    }

    private UUID startup(ActAs startup) {
        return plan().startups().stream()
                .filter(s -> s.organization().equals(startup.organization().id().value()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID department(ActAs hospital) {
        CohortPlan plan = plan();
        UUID entry = plan.hospitals().stream()
                .filter(h ->
                        h.organization().equals(hospital.organization().id().value()))
                .findFirst()
                .orElseThrow()
                .id();
        return plan.departments().stream()
                .filter(d -> d.hospital().equals(entry))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String got(ActAs startup) {
        String id = startup(startup).toString();
        return String.valueOf(administrator.get(() -> runs.result(cohort)).lines().stream()
                .filter(line -> line.startup().equals(id))
                .findFirst()
                .orElseThrow()
                .now());
    }

    private Set<String> actions() {
        return history.of(List.of(cohort)).stream().map(HistoryLine::action).collect(Collectors.toSet());
    }

    /** What the engine's own command line says of the two files that the desk hands out. */
    private String checkedByTheCommandLine() throws Exception {
        Path instance = folder.resolve("instance.json");
        Path certificate = folder.resolve("certificate.json");
        Files.writeString(
                instance,
                mvc.perform(post("/program/cohorts/{c}/instance.json", cohort)
                                .with(csrf())
                                .with(administrator.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        Files.writeString(
                certificate,
                mvc.perform(get("/program/cohorts/{c}/certificate.json", cohort).with(administrator.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dari.matching.cli.Main",
                        "assign",
                        "--instance",
                        instance.toString(),
                        "--check",
                        certificate.toString())
                .redirectErrorStream(true)
                .start();
        return new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
