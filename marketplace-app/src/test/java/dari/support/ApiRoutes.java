package dari.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dari.api.door.Open;
import dari.api.door.Scoped;
import dari.tokens.Scope;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the API, as strangers try it. */
@TestComponent
public class ApiRoutes {

    public static final String PATH = "/api/v1/";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final RequestMappingHandlerMapping mappings;
    private final ApiCalls api;

    ApiRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, ApiCalls api) {
        this.mappings = mappings;
        this.api = api;
    }

    private record ApiRoute(
            HttpMethod method, String pattern, @Nullable Scope scope) {}

    /** Public ones answer, all others ask for a token. */
    public void refuseWithoutToken() throws Exception {
        for (ApiRoute route : all()) {
            int status = api.send(call(route, Map.of()), null).status();
            if (route.scope() == null) {
                assertThat(status).as(route.toString()).isIn(200, 404);
            } else {
                assertThat(status).as(route.toString()).isEqualTo(401);
            }
        }
    }

    /** A token with one other scope is told which one it lacks, before anything is looked up. */
    public void refuseWithoutScope(ActAs person) throws Exception {
        List<Scope> own = Scope.of(person.actor().face());
        String first = api.tokenOf(person, own.get(0));
        String second = own.size() > 1 ? api.tokenOf(person, own.get(1)) : first;
        for (ApiRoute route : all()) {
            if (route.scope() == null || (own.size() == 1 && route.scope() == own.get(0))) {
                continue;
            }
            String token = route.scope() == own.get(0) ? second : first;
            ApiCalls.Answer answer = api.send(ApiCalls.withToken(call(route, Map.of()), token), null);
            assertThat(answer.status()).as(route.toString()).isEqualTo(403);
            assertThat(answer.text("/type")).as(route.toString()).isEqualTo("urn:dari:problem:scope");
        }
    }

    /** With every scope of their side: the things of others are not there. */
    public void refuse(ActAs stranger, Map<String, UUID> foreign) throws Exception {
        for (ApiRoute route : all()) {
            if (route.scope() != null && VARIABLE.matcher(route.pattern()).find()) {
                MockHttpServletRequestBuilder call = call(route, foreign);
                if (route.method() == HttpMethod.PUT) {
                    call.header("If-Match", "*");
                }
                int status = api.send(ApiCalls.withToken(call, api.tokenOf(stranger)), body(route))
                        .status();
                assertThat(status).as(route + " as " + stranger.actor().roles()).isIn(403, 404);
            }
        }
    }

    private List<ApiRoute> all() {
        List<ApiRoute> routes = new ArrayList<>();
        mappings.getHandlerMethods()
                .forEach((info, resource) -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(PATH))
                        .forEach(pattern -> {
                            Scoped scoped = resource.getMethodAnnotation(Scoped.class);
                            assertThat(scoped != null || resource.hasMethodAnnotation(Open.class))
                                    .as(pattern)
                                    .isTrue();
                            for (RequestMethod method :
                                    info.getMethodsCondition().getMethods()) {
                                routes.add(new ApiRoute(
                                        method.asHttpMethod(), pattern, scoped == null ? null : scoped.value()));
                            }
                        }));
        assertThat(routes).hasSizeGreaterThan(45);
        return routes;
    }

    private static @Nullable String body(ApiRoute route) {
        return route.method() == HttpMethod.GET || route.method() == HttpMethod.DELETE
                ? null
                : "{\"reason\": \"x\", \"text\": \"x\"}";
    }

    private static MockHttpServletRequestBuilder call(ApiRoute route, Map<String, UUID> ids) {
        String path = VARIABLE.matcher(route.pattern())
                .replaceAll(found ->
                        ids.getOrDefault(found.group(1), UUID.randomUUID()).toString());
        return request(route.method(), URI.create(path))
                .param("offer", ids.getOrDefault("offer", UUID.randomUUID()).toString());
    }
}
