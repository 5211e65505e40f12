package dari.matching;

import dari.matching.Requirement.State;
import dari.matching.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How vocabulary codes that are offered stand to those that are wanted. */
class Codes {

    private final Vocabulary vocabulary;

    Codes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The same for one ranking and one thread, in which the same is wanted again and again and few things are offered. */
    static Codes once(Vocabulary vocabulary) {
        return new Once(vocabulary);
    }

    /**
     * Met when something offered is, or is a kind of, something wanted; unknown when it is the broader thing, or when nothing
     * is stated.
     */
    final State state(List<String> wanted, List<String> offered) {
        State best = offered.isEmpty() ? State.UNKNOWN : State.UNMET;
        for (int i = 0; i < offered.size() && best != State.MET; i++) {
            State one = one(wanted, offered.get(i));
            best = one == State.UNMET ? best : one;
        }
        return best;
    }

    State one(List<String> wanted, String offered) {
        State best = State.UNMET;
        for (int i = 0; i < wanted.size() && best != State.MET; i++) {
            if (vocabulary.isWithin(offered, wanted.get(i))) {
                best = State.MET;
            } else if (vocabulary.isWithin(wanted.get(i), offered)) {
                best = State.UNKNOWN;
            }
        }
        return best;
    }

    private static final class Once extends Codes {

        /** By the very list, since a need keeps its own. */
        private final IdentityHashMap<List<String>, Map<String, State>> known = new IdentityHashMap<>();

        Once(Vocabulary vocabulary) {
            super(vocabulary);
        }

        @Override
        State one(List<String> wanted, String offered) {
            Map<String, State> states = known.computeIfAbsent(wanted, list -> new HashMap<>());
            State found = states.get(offered);
            if (found == null) {
                found = super.one(wanted, offered);
                states.put(offered, found);
            }
            return found;
        }
    }
}
