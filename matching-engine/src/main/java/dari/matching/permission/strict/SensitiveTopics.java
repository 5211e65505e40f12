package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** Topics that a person looks at, on either side. */
final class SensitiveTopics implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        return Term.TOPICS.stream()
                .filter(topic ->
                        pair.purpose().speaksOf(topic) || pair.dataset().speaksOf(topic))
                .map(topic ->
                        pair.reason(pair.purpose().speaksOf(topic) ? "TOPIC" : "TOPIC-LIMIT", Decision.ASK, topic))
                .toList();
    }
}
