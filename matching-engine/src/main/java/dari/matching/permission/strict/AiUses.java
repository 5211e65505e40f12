package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Uses of artificial intelligence: each needs a term of the dataset that names it. */
final class AiUses implements Rule {

    /** The uses, each with the rule that compares it, in the order of the reasons. */
    private static final Map<Term, String> USES = new EnumMap<>(Map.of(
            Term.AI_TRAIN, "AI-TRAIN",
            Term.AI_FINE_TUNE, "AI-FINE-TUNE",
            Term.AI_GENERATE, "AI-GENERATE",
            Term.AI_WEIGHTS_LEAVE, "AI-WEIGHTS",
            Term.AI_LLM_USE, "AI-LLM"));

    @Override
    public List<Reason> look(TermPair pair) {
        return USES.entrySet().stream()
                .filter(use -> pair.purpose().isTrue(use.getKey()))
                .map(use -> compared(pair, use.getKey(), use.getValue()))
                .toList();
    }

    private static Reason compared(TermPair pair, Term use, String rule) {
        return pair.dataset().isTrue(use)
                ? pair.reason(rule + "-OK", Decision.PERMIT, use)
                : pair.denyOrAsk(rule, pair.dataset().isFalse(use), use);
    }
}
