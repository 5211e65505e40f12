package dari.forms;

import static dari.support.Marketplace.aNeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.answers.AnswerContent;
import dari.answers.AnswerKind;
import dari.answers.AnswerTemplateId;
import dari.answers.AnswerTemplates;
import dari.kernel.Role;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.People;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DariTest
class FormTests {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(_form|_seen)\" value=\"([^\"]+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    AnswerTemplates templates;

    @Autowired
    Needs needs;

    private String page(ActAs person, String path) throws Exception {
        return mvc.perform(get(path).param("lang", "en").with(person.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String hidden(String page, String name) {
        Matcher field = HIDDEN.matcher(page.substring(page.indexOf("<main")));
        while (field.find()) {
            if (field.group(1).equals(name)) {
                return field.group(2);
            }
        }
        throw new AssertionError("no hidden field " + name);
    }

    private static MockHttpServletRequestBuilder answer(String path, String korean) {
        return post(path)
                .param("kind", "ACCEPT")
                .param("name", "인사")
                .param("bodyKo", korean)
                .param("bodyEn", "Hello")
                .param("lang", "en")
                .header("Referer", "http://localhost" + path)
                .accept(MediaType.TEXT_HTML)
                .with(csrf());
    }

    @Test
    void refusesAFormThatShowsWhatAColleagueHasChangedSinceAndKeepsWhatWasTyped() throws Exception {
        ActAs first = people.aHospital();
        ActAs second = people.colleagueOf(first, Role.HOSPITAL_OFFICE);
        AnswerTemplateId id =
                first.get(() -> templates.add(new AnswerContent(AnswerKind.ACCEPT, "인사", "안녕하세요", "Hello")));
        String path = "/hospital/answers/" + id.value();
        String seen = hidden(page(first, path), "_seen");
        mvc.perform(answer(path, "동료가 바꾼 글")
                        .param("_seen", hidden(page(second, path), "_seen"))
                        .with(second.signedIn()))
                .andExpect(status().is3xxRedirection());

        MvcResult conflict = mvc.perform(
                        answer(path, "내가 적은 글").param("_seen", seen).with(first.signedIn()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Someone changed this")))
                .andExpect(content().string(containsString("내가 적은 글")))
                .andExpect(content().string(containsString("href=\"" + path + "\"")))
                .andReturn();
        assertThat(first.get(() -> templates.mine()).get(0).content().bodyKo()).isEqualTo("동료가 바꾼 글");

        Cookie session = conflict.getResponse().getCookie("SESSION");
        String beside = mvc.perform(
                        get(path).param("lang", "en").cookie(session).with(first.signedIn()))
                .andExpect(content().string(containsString("동료가 바꾼 글")))
                .andExpect(content().string(containsString("id=\"bodyKo-typed\">내가 적은 글")))
                .andExpect(content().string(not(containsString("id=\"name-typed\""))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(answer(path, "함께 고친 글")
                        .param("_seen", hidden(beside, "_seen"))
                        .param("_form", hidden(beside, "_form"))
                        .cookie(session)
                        .with(first.signedIn()))
                .andExpect(status().is3xxRedirection());
        assertThat(first.get(() -> templates.mine()).get(0).content().bodyKo()).isEqualTo("함께 고친 글");
        mvc.perform(get(path).cookie(session).with(first.signedIn()))
                .andExpect(content().string(not(containsString("-typed"))));
    }

    @Test
    void keepsTheSeenVersionThroughAMistakeInTheForm() throws Exception {
        ActAs office = people.aHospital();
        AnswerTemplateId id =
                office.get(() -> templates.add(new AnswerContent(AnswerKind.ACCEPT, "인사", "안녕하세요", "Hello")));
        String path = "/hospital/answers/" + id.value();
        String seen = hidden(page(office, path), "_seen");
        office.run(() -> templates.change(id, new AnswerContent(AnswerKind.ACCEPT, "인사", "바뀐 글", "Hello")));
        mvc.perform(answer(path, "").param("_seen", seen).with(office.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"_seen\" value=\"" + seen + "\"")));
    }

    /** One press saves, shows to others and publishes: three changes, of which only the first must have been seen. */
    @Test
    void countsNoneOfTheSendersOwnChangesAsAnothers() throws Exception {
        ActAs startup = people.aStartup();
        NeedId need = startup.get(() -> needs.draft(aNeed("재입원 예측")));
        String path = "/startup/needs/" + need.value();
        mvc.perform(post(path)
                        .param("title", "바꾼 제목")
                        .param("text", "외래 방문 이력")
                        .param("modality", "EHR")
                        .param("purpose", "health")
                        .param("periodDays", "180")
                        .param("audience", "VERIFIED")
                        .param("action", "publish")
                        .param("_seen", hidden(page(startup, path), "_seen"))
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/startup/search?need=" + need.value()));
        assertThat(startup.get(() -> needs.mine(need)).content().title()).isEqualTo("바꾼 제목");
    }

    @Test
    void doesAFormOnceThoughItIsSentTwiceAtTheSameMoment() throws Exception {
        ActAs office = people.aHospital();
        String mark = hidden(page(office, "/hospital/answers/new"), "_form");
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> sent = Stream.of(1, 2)
                    .map(n -> clicks.submit(() -> mvc.perform(answer("/hospital/answers/new", "안녕하세요")
                                    .param("_form", mark)
                                    .with(office.signedIn()))
                            .andExpect(status().is3xxRedirection())
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl()))
                    .toList();
            assertThat(sent.get(0).get()).isEqualTo(sent.get(1).get());
        } finally {
            clicks.shutdown();
        }
        assertThat(office.get(() -> templates.mine())).hasSize(1);

        mvc.perform(answer("/hospital/answers/new", "안녕하세요")
                        .param("_form", mark)
                        .with(office.signedIn()))
                .andExpect(redirectedUrl("/hospital/answers"));
        assertThat(office.get(() -> templates.mine())).hasSize(1);
    }

    @Test
    void takesAFormAgainThatHadAMistake() throws Exception {
        ActAs office = people.aHospital();
        String mark = hidden(page(office, "/hospital/answers/new"), "_form");
        mvc.perform(answer("/hospital/answers/new", "").param("_form", mark).with(office.signedIn()))
                .andExpect(status().isOk());
        mvc.perform(answer("/hospital/answers/new", "안녕하세요")
                        .param("_form", mark)
                        .with(office.signedIn()))
                .andExpect(redirectedUrl("/hospital/answers"));
        assertThat(office.get(() -> templates.mine())).hasSize(1);
    }

    /** What a browser sends from a page whose session is gone: no token that anybody knows, and where it came from. */
    private static MockHttpServletRequestBuilder withoutSession(MockHttpServletRequestBuilder form) {
        return form.header("Sec-Fetch-Site", "same-origin")
                .header("Referer", "http://localhost/hospital/answers/new")
                .accept(MediaType.TEXT_HTML);
    }

    private String mark(ActAs person) {
        return new FormMark(UUID.randomUUID(), person.actor().user()).text();
    }

    @Test
    void leadsThroughSignInAndBackWithWhatWasTypedWhenTheSessionHasEnded() throws Exception {
        ActAs office = people.aHospital();
        MvcResult expired = mvc.perform(withoutSession(post("/hospital/answers/new")
                        .param("name", "인사")
                        .param("bodyKo", "긴 글을 적었습니다")
                        .param("_csrf", "of-a-session-that-is-gone")
                        .param("_form", mark(office))))
                .andExpect(redirectedUrl("/login/onward"))
                .andReturn();
        Cookie session = expired.getResponse().getCookie("SESSION");
        mvc.perform(get("/login/onward").cookie(session).accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrl("/login"));
        mvc.perform(get("/login").param("lang", "en").cookie(session))
                .andExpect(content().string(containsString("What you typed is kept")));
        Cookie signedIn = signIn(office, session);
        String onward = mvc.perform(get("/login/onward").param("lang", "en").cookie(signedIn))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("action=\"/hospital/answers/new\"")))
                .andExpect(content().string(containsString("value=\"긴 글을 적었습니다\"")))
                .andExpect(content().string(not(containsString("of-a-session-that-is-gone"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(hidden(onward, "_form"))
                .endsWith(office.actor().user().value().toString());
    }

    @Test
    void givesNobodyElseWhatWasTyped() throws Exception {
        ActAs office = people.aHospital();
        MvcResult expired = mvc.perform(withoutSession(post("/hospital/answers/new")
                        .param("bodyKo", "긴 글을 적었습니다")
                        .param("_form", mark(people.aHospital()))))
                .andReturn();
        Cookie signedIn = signIn(office, expired.getResponse().getCookie("SESSION"));
        mvc.perform(get("/login/onward").cookie(signedIn)).andExpect(redirectedUrl("/home"));
    }

    @Test
    void keepsNothingThatAnotherSiteSends() throws Exception {
        mvc.perform(post("/hospital/answers/new")
                        .param("bodyKo", "속임수")
                        .header("Sec-Fetch-Site", "cross-site")
                        .accept(MediaType.TEXT_HTML))
                .andExpect(status().isForbidden());
    }

    @Test
    void showsTypedTextBesideTheFieldsWhenAFileMustBeChosenAgain() throws Exception {
        ActAs startup = people.aStartup();
        MvcResult expired = mvc.perform(multipart("/documents")
                        .file("file", new byte[] {1})
                        .param("title", "보안 서약")
                        .param("_form", mark(startup))
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Referer", "http://localhost/documents/new")
                        .accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrl("/login/onward"))
                .andReturn();
        Cookie signedIn = signIn(startup, expired.getResponse().getCookie("SESSION"));
        mvc.perform(get("/login/onward").cookie(signedIn)).andExpect(redirectedUrl("/documents/new"));
        mvc.perform(get("/documents/new").cookie(signedIn)).andExpect(content().string(containsString("보안 서약")));
    }

    private Cookie signIn(ActAs person, Cookie session) throws Exception {
        return mvc.perform(post("/login")
                        .param("email", person.email())
                        .param("password", People.PASSWORD)
                        .cookie(session)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
    }
}
