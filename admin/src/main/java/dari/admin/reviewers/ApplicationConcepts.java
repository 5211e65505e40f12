package dari.admin.reviewers;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an application is about: the fields and kinds of data that its frozen offer and need name. */
@Component
class ApplicationConcepts {

    static final List<String> KINDS = List.of("disease", "modality");

    private final Vocabulary vocabulary;
    private final JsonMapper json;

    ApplicationConcepts(Vocabulary vocabulary, JsonMapper json) {
        this.vocabulary = vocabulary;
        this.json = json;
    }

    /** @param snapshot as {@code Applications} froze it: offer and need lie in it as a text of JSON */
    Set<String> of(@Nullable String snapshot) {
        Set<String> found = new TreeSet<>();
        if (snapshot != null) {
            JsonNode facts = json.readTree(snapshot).path("partner").path("facts");
            JsonNode inner = json.readTree(facts.asString("{}"));
            collect(inner.path("offer"), found);
            collect(inner.path("need"), found);
        }
        return found;
    }

    private void collect(JsonNode node, Set<String> found) {
        if (node.isString()) {
            vocabulary
                    .find(node.asString())
                    .filter(concept -> KINDS.contains(concept.kind()))
                    .map(Concept::id)
                    .ifPresent(found::add);
        }
        List<JsonNode> children = new ArrayList<>(node.values());
        children.forEach(child -> collect(child, found));
    }
}
