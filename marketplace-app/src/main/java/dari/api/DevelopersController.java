package dari.api;

import dari.api.document.OperationNames;
import dari.api.door.ApiProperties;
import dari.api.door.Scoped;
import dari.tokens.Scope;
import dari.webhooks.EventKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The page for those who write programs. */
@Controller
class DevelopersController {

    private static final String RESOURCES = "/api/v1/";

    private final RequestMappingHandlerMapping mappings;
    private final ApiProperties limits;
    private final String baseUrl;

    DevelopersController(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            ApiProperties limits,
            @Value("${dari.base-url}") String baseUrl) {
        this.mappings = mappings;
        this.limits = limits;
        this.baseUrl = baseUrl;
    }

    /**
     * A resource as the page lists it.
     *
     * @param scope empty where no token is needed
     */
    record ResourceLine(String method, String path, String messageKey, String scope) {

        static ResourceLine of(RequestMappingInfo where, HandlerMethod resource) {
            return new ResourceLine(
                    where.getMethodsCondition().getMethods().iterator().next().name(),
                    where.getPatternValues().iterator().next(),
                    OperationNames.messageKey(resource),
                    Optional.ofNullable(resource.getMethodAnnotation(Scoped.class))
                            .map(scoped -> scoped.value().code())
                            .orElse(""));
        }
    }

    @GetMapping("/developers")
    String developers(Model model) {
        model.addAttribute("base", baseUrl);
        model.addAttribute("perToken", limits.perToken());
        model.addAttribute("perAddress", limits.perAddress());
        model.addAttribute("seconds", limits.window().toSeconds());
        model.addAttribute("resources", resources());
        model.addAttribute("scopes", List.of(Scope.values()));
        model.addAttribute("kinds", List.of(EventKind.values()));
        return "developers/developers";
    }

    private List<ResourceLine> resources() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping ->
                        mapping.getKey().getPatternValues().stream().allMatch(pattern -> pattern.startsWith(RESOURCES)))
                .map((Map.Entry<RequestMappingInfo, HandlerMethod> mapping) ->
                        ResourceLine.of(mapping.getKey(), mapping.getValue()))
                .sorted(Comparator.comparing(ResourceLine::path).thenComparing(ResourceLine::method))
                .toList();
    }
}
