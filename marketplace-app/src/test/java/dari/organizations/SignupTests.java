package dari.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.support.DariTest;
import dari.support.Letters;
import dari.support.People;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DariTest
class SignupTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Letters letters;

    @Test
    void signsInOnlyAfterTheAddressIsConfirmed() throws Exception {
        mvc.perform(signup("founder@startup.example", "900000011")).andExpect(redirectedUrl("/signup/sent"));
        mvc.perform(login("founder@startup.example")).andExpect(unauthenticated());

        mvc.perform(get(java.net.URI.create(letters.linkTo("founder@startup.example"))))
                .andExpect(redirectedUrl("/login"));
        mvc.perform(login("founder@startup.example")).andExpect(authenticated());
    }

    @Test
    void answersAKnownAddressLikeANewOneAndWritesToItsOwner() throws Exception {
        mvc.perform(signup("twice@startup.example", "900000022")).andExpect(redirectedUrl("/signup/sent"));
        letters.linkTo("twice@startup.example");
        mvc.perform(signup("twice@startup.example", "900000033")).andExpect(redirectedUrl("/signup/sent"));
        org.awaitility.Awaitility.await()
                .until(() -> letters.linkTo("twice@startup.example").equals("/login"));
    }

    @Test
    void saysAtTheFieldWhatIsWrongInTheReadersLanguageAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post("/signup")
                        .with(csrf())
                        .param("face", "HOSPITAL")
                        .param("name", "너울의료원")
                        .param("registrationNumber", "123-45-67890")
                        .param("country", "KR")
                        .param("displayName", "")
                        .param("email", "no-address")
                        .param("password", "short")
                        .param("lang", "en")
                        .accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The check digit does not match")))
                .andExpect(content().string(containsString("Check the e-mail address")))
                .andExpect(content().string(containsString("value=\"너울의료원\"")))
                .andExpect(content().string(containsString("value=\"123-45-67890\"")))
                .andExpect(content().string(not(containsString("value=\"short\""))));
    }

    @Test
    void theProvinceIsTakenFromTheAddressHoweverItIsWritten() {
        assertThat(Regions.of("강원특별자치도 춘천시 1")).contains("region:gangwon");
        assertThat(Regions.of("(34126) 대전광역시 유성구")).contains("region:daejeon");
        assertThat(Regions.of("경기도 광주시 경안동")).contains("region:gyeonggi");
        assertThat(Regions.of("전라남도 화순군")).contains("region:jeonnam");
        assertThat(Regions.of("12 Main-ro, Chuncheon-si, Gangwon-do")).contains("region:gangwon");
        assertThat(Regions.of("어딘가 1번지")).isEmpty();
        assertThat(Regions.of("1 , Chuncheon-si , Gangwon-do , Korea")).contains("region:gangwon");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(Regions.of("1" + " ".repeat(1_000_000) + "1")).isEmpty());
        assertThat(Regions.of("")).isEmpty();
    }

    @Test
    void nobodySignsUpAsTheProgramOffice() throws Exception {
        mvc.perform(signup("evil@startup.example", "900000044", "PROGRAM"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("골라 주세요")));
    }

    @Test
    void sendsVisitorsToSignIn() throws Exception {
        mvc.perform(get("/home")).andExpect(redirectedUrl("/login"));
    }

    private MockHttpServletRequestBuilder signup(String email, String nine) {
        return signup(email, nine, "STARTUP");
    }

    private MockHttpServletRequestBuilder signup(String email, String nine, String face) {
        return post("/signup")
                .with(csrf())
                .param("face", face)
                .param("name", "결마루")
                .param("englishName", "Gyeolmaru")
                .param(
                        "registrationNumber",
                        People.registrationNumber(Integer.parseInt(nine) - 100_000_000)
                                .digits())
                .param("country", "KR")
                .param("address", "강원특별자치도 춘천시 한림대학길 1")
                .param("displayName", "김하나")
                .param("email", email)
                .param("password", People.PASSWORD);
    }

    private MockHttpServletRequestBuilder login(String email) {
        return post("/login").with(csrf()).param("email", email).param("password", People.PASSWORD);
    }
}
