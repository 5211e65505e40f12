package dari.boards;

import java.util.List;
import java.util.Locale;

/** Tells what other boards would do to live projects: whoever decides projects again implements it. */
public interface BoardEffects {

    /**
     * Decides every live project of the actor's hospital as if these were its boards; nothing is kept.
     *
     * @param boards all that the hospital would have
     */
    Effects ofMine(List<BoardView> boards, Locale locale);

    /**
     * @param live how many projects were decided
     * @param different those of them that would be decided otherwise than now
     */
    record Effects(int live, List<Effect> different) {}

    /** What would be otherwise in one project, in the reader's language. */
    record Effect(String number, String startup, String address, List<Difference> differences) {}

    /** @param remedy what it would take, in words */
    record Difference(String label, String before, String after, List<String> reasons, String remedy) {}
}
