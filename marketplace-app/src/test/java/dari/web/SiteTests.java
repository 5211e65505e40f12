package dari.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.support.DariTest;
import dari.support.People;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class SiteTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/signup", "/principles", "/accessibility", "/privacy"})
    void everybodyReadsThePublicPagesInBothLanguages(String path) throws Exception {
        for (String language : new String[] {"ko", "en"}) {
            mvc.perform(get(path).param("lang", language))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<html lang=\"" + language)))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void scriptsAndStylesComeFromHereOnly() throws Exception {
        mvc.perform(get("/"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))));
    }

    @Test
    void theAddressesOfFilesCarryAHashAndThoseOfPagesDoNot() throws Exception {
        for (int time = 0; time < 2; time++) {
            mvc.perform(get("/"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(matchesPattern("(?s).*\"/dari/theme-[0-9a-f]{32}\\.css\".*")))
                    .andExpect(content().string(containsString("href=\"/offers\"")))
                    .andExpect(content().string(not(containsString("jsessionid"))));
        }
    }

    @Test
    void anUnknownAddressIsNotFoundForVisitorsAndMembers() throws Exception {
        mvc.perform(get("/no/such/page")).andExpect(status().isNotFound());
        mvc.perform(get("/no/such/page").with(people.aStartup().signedIn())).andExpect(status().isNotFound());
    }

    @Test
    void aPageThatNoListCanHaveIsNotFound() throws Exception {
        for (String path : new String[] {"/offers", "/register", "/calls"}) {
            for (String none : new String[] {"2147483647", "-1", "x"}) {
                mvc.perform(get(path).param("page", none)).andExpect(status().isNotFound());
            }
            mvc.perform(get(URI.create(path + "?q=a%20b&page=999999")))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(header().string("Location", startsWith(path + "?")))
                    .andExpect(header().string("Location", containsString("q=a%20b&page=")));
        }
    }

    @Test
    void theDeskOfAnotherSideIsForbidden() throws Exception {
        mvc.perform(get("/program/anything").with(people.aStartup().signedIn())).andExpect(status().isForbidden());
    }

    @Test
    void theHomeOfEachDeskSaysWhatWaits() throws Exception {
        mvc.perform(get("/home").with(people.aHospital().signedIn()).param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Our turn")))
                .andExpect(content().string(containsString("face-hospital")));
    }

    @Test
    void programsGetProblemDetails() throws Exception {
        mvc.perform(get("/signup/confirm").param("token", "unknown").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:dari:problem:409"));
    }
}
