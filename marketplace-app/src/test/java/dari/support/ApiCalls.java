package dari.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dari.tokens.ApiTokens;
import dari.tokens.NewToken;
import dari.tokens.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the API by token, and holds every answer against the API's own document. */
@TestComponent
public class ApiCalls {

    private final MockMvc mvc;
    private final ApiTokens tokens;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<ActAs, String> madeTokens = new HashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private JsonNode document = json.nullNode();

    ApiCalls(MockMvc mvc, ApiTokens tokens) {
        this.mvc = mvc;
        this.tokens = tokens;
    }

    /** An answer: its body is null where there is none. */
    public record Answer(int status, JsonNode body, MvcResult result) {

        public String header(String name) {
            return result.getResponse().getHeader(name);
        }

        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    /** A token of this person with every scope there is for them; the same each time. */
    public String tokenOf(ActAs person) {
        return madeTokens.computeIfAbsent(
                person,
                p -> tokenOf(p, EnumSet.copyOf(Scope.of(p.actor().face())).toArray(Scope[]::new)));
    }

    public String tokenOf(ActAs person, Scope... scopes) {
        return person.get(() -> tokens.make(new NewToken("시험", Set.of(scopes), Duration.ofDays(1))))
                .token()
                .text();
    }

    public Answer get_(ActAs person, String path) throws Exception {
        return call(person, HttpMethod.GET, path, null);
    }

    public Answer post(ActAs person, String path, String body, String... headers) throws Exception {
        return call(person, HttpMethod.POST, path, body, headers);
    }

    public Answer put(ActAs person, String path, String body, String... headers) throws Exception {
        return call(person, HttpMethod.PUT, path, body, headers);
    }

    public Answer call(ActAs person, HttpMethod method, String path, String body, String... headers) throws Exception {
        return send(withToken(request(method, URI.create(path)), tokenOf(person)), body, headers);
    }

    /** Without a token. */
    public Answer visit(String path, String... headers) throws Exception {
        return send(get(URI.create(path)), null, headers);
    }

    public static MockHttpServletRequestBuilder withToken(MockHttpServletRequestBuilder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }

    public Answer send(MockHttpServletRequestBuilder request, String body, String... headers) throws Exception {
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        MvcResult result = mvc.perform(request).andReturn();
        String text = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        Answer answer = new Answer(
                result.getResponse().getStatus(), text.isEmpty() ? json.nullNode() : json.readTree(text), result);
        keepsTheContract(answer, text);
        return answer;
    }

    public JsonNode document() throws Exception {
        if (document.isNull()) {
            document = json.readTree(mvc.perform(get("/api/openapi.json"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
        }
        return document;
    }

    private void keepsTheContract(Answer answer, String text) throws Exception {
        boolean failed = answer.status() >= 400;
        String type = answer.result().getResponse().getContentType();
        JsonNode schema;
        if (failed) {
            assertThat(type).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            schema = json.readTree("{\"$ref\":\"#/components/schemas/ProblemBody\"}");
        } else {
            Object pattern = answer.result().getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            if (pattern == null || answer.status() == HttpStatus.NOT_MODIFIED.value()) {
                return; // what was given before, and held against the document then
            }
            String method = answer.result().getRequest().getMethod().toLowerCase(Locale.ROOT);
            JsonNode described = document()
                    .path("paths")
                    .path(pattern.toString())
                    .path(method)
                    .path("responses")
                    .path(Integer.toString(answer.status()));
            assertThat(described.isMissingNode())
                    .as(method + " " + pattern + " " + answer.status())
                    .isFalse();
            if (text.isEmpty()) {
                assertThat(described.has("content")).isFalse();
                return;
            }
            assertThat(type).startsWith(MediaType.APPLICATION_JSON_VALUE);
            schema = described
                    .path("content")
                    .path(MediaType.APPLICATION_JSON_VALUE)
                    .path("schema");
        }
        Schema rules = schemas.get(schema.toString());
        if (rules == null) {
            ObjectNode root = (ObjectNode) schema.deepCopy();
            root.set("components", document().path("components"));
            rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(json.writeValueAsString(root));
            schemas.put(schema.toString(), rules);
        }
        List<Error> errors = rules.validate(text, InputFormat.JSON);
        assertThat(errors).as(text).isEmpty();
    }
}
