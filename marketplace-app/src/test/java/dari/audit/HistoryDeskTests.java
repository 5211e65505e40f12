package dari.audit;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class HistoryDeskTests {

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    HistoryChain chain;

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @CsvSource({"ko,공모를 열었습니다,모든 기록이 봉인한 그대로입니다", "en,opened a call,Every entry is as it was sealed"})
    void theAdministratorReadsEveryStepWithWhoAndWhenAndChecksTheChain(String language, String step, String whole)
            throws Exception {
        ActAs startup = people.aStartup();
        UUID project = journey.project(startup, people.aHospital(), anOffer("이력 코호트", healthTerms()))
                .id()
                .value();
        chain.seal();
        ActAs administrator = people.anAdministrator();
        mvc.perform(get("/program/history")
                        .param("lang", language)
                        .param("check", "true")
                        .with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(whole)))
                .andExpect(content().string(containsString(step)))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/program/history/" + project).param("lang", language).with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(project.toString())))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/program/history").with(startup.signedIn())).andExpect(status().isForbidden());
    }
}
