package dari.matching.permission.strict;

import dari.matching.permission.Reason;
import java.util.List;

/** A purpose that refuses what the dataset asks in return: for the model that is a no, for the rest a question. */
final class RefusedDuties implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        return Duties.MODIFIERS.stream()
                .filter(modifier ->
                        pair.dataset().isTrue(modifier.term()) && pair.purpose().isFalse(modifier.term()))
                .map(modifier -> pair.reason(modifier.refusedRule(), modifier.refused(), modifier.term()))
                .toList();
    }
}
