package dari.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser with its session, for what happens between the requests: signing in, being led elsewhere and back. */
public final class Browser {

    private static final String SESSION = "SESSION";

    private final MockMvc mvc;
    private @Nullable Cookie session;

    public Browser(MockMvc mvc) {
        this.mvc = mvc;
    }

    public ResultActions open(String path) throws Exception {
        return send(get(path));
    }

    /** Sends a form; fields as name, value, name, value. */
    public ResultActions submit(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request);
    }

    /** Gives address and password; whether it is enough, one sees at the next page. */
    public ResultActions signIn(String email, String password) throws Exception {
        return submit("/login", "email", email, "password", password);
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        request.accept(MediaType.TEXT_HTML).param("lang", "en");
        if (session != null) {
            request.cookie(session);
        }
        ResultActions answer = mvc.perform(request);
        MvcResult result = answer.andReturn();
        Cookie fresh = result.getResponse().getCookie(SESSION);
        if (fresh != null) {
            session = fresh;
        }
        return answer;
    }
}
