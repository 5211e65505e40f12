package dari.api.document;

import dari.api.door.Open;
import dari.api.door.ProblemBody;
import dari.api.door.Scoped;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String TOKEN = "token";
    private static final String PROBLEM = ProblemBody.class.getSimpleName();

    @Bean
    OpenAPI apiDescription(@Value("${dari.base-url}") String baseUrl) {
        return new OpenAPI()
                .info(new Info()
                        .title("Dari API")
                        .version("1")
                        .description("What Dari's pages do, for programs. How to get a token, limits, pages, versions,"
                                + " idempotency and webhooks: " + baseUrl + "/developers")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url(baseUrl)))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token of a person, made on the page /account/tokens")));
    }

    @Bean
    OpenApiCustomizer apiProblemSchema() {
        return document -> ModelConverters.getInstance(true)
                .readAll(ProblemBody.class)
                .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
    }

    @Bean
    OperationCustomizer apiOperations(MessageSource messages) {
        return (operation, resource) -> {
            operation.setOperationId(OperationNames.id(resource));
            operation.setTags(List.of(OperationNames.area(resource)));
            operation.setSummary(messages.getMessage(OperationNames.messageKey(resource), null, Locale.ENGLISH));
            scope(operation, resource);
            if (resource.hasMethodAnnotation(PostMapping.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name("Idempotency-Key")
                        .description("Sent again within a day, the request gets the first answer and does nothing more")
                        .schema(new StringSchema().maxLength(255)));
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("What went wrong, as problem details (RFC 9457)")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/" + PROBLEM)))));
            return operation;
        };
    }

    private static void scope(Operation operation, HandlerMethod resource) {
        Scoped scoped = resource.getMethodAnnotation(Scoped.class);
        if (scoped != null) {
            String code = scoped.value().code();
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN, List.of(code)));
            operation.setDescription("Scope: `" + code + "`");
        } else if (resource.hasMethodAnnotation(Open.class)) {
            operation.setSecurity(List.of());
            operation.setDescription("Public: needs no token.");
        }
    }
}
