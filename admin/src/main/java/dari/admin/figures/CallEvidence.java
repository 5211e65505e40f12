package dari.admin.figures;

import dari.admin.CallView;
import dari.admin.Calls;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The call's rules and rubric, as they were frozen. */
@Component
@Order(10)
class CallEvidence implements EvidenceSource {

    private final Calls calls;
    private final JsonMapper json;

    CallEvidence(Calls calls, JsonMapper json) {
        this.calls = calls;
        this.json = json;
    }

    @Override
    public void write(Scope scope, Folder folder) throws IOException {
        CallView call = calls.show(scope.call());
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("id", call.id());
        rules.put("status", call.status());
        rules.put("rules", call.content());
        rules.put(
                "rubricPercent",
                call.rubric().criteria().stream()
                        .collect(Collectors.toMap(c -> c.code(), c -> c.weight(), (a, b) -> a, LinkedHashMap::new)));
        folder.text(
                "call.json",
                "figures.evidence.call",
                out -> out.write(json.writerWithDefaultPrettyPrinter().writeValueAsString(rules) + "\n"));
    }
}
