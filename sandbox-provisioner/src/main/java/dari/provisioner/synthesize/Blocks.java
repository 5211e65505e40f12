package dari.provisioner.synthesize;

import java.util.HashMap;
import java.util.Map;

/**
 * Codes of one column that no rule tells apart; of an ordered column, runs of them. Undeclared codes are a block of their own.
 *
 * @param ofCode per code its block, from 0
 * @param count of all blocks
 * @param declared blocks of declared codes come first: so many
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Blocks(int[] ofCode, int count, int declared) {

    static Blocks of(int column, int codes, PublicFacts facts) {
        int declared = codes - CodedTable.UNDECLARED;
        int[] ofCode = new int[codes];
        Map<Integer, Integer> firstOf = new HashMap<>();
        int count = 0;
        int ofDeclared = 0;
        for (int code = 0; code < codes; code++) {
            if (code == declared) {
                ofDeclared = count;
                firstOf.clear();
            }
            int found = -1;
            if (facts.isOrdered(column)) {
                boolean goesOn = code > 0 && code != declared && facts.alike(column, code, code - 1);
                found = goesOn ? ofCode[code - 1] : -1;
            } else {
                for (Map.Entry<Integer, Integer> first : firstOf.entrySet()) {
                    found = facts.alike(column, code, first.getValue()) ? first.getKey() : found;
                }
            }
            if (found < 0) {
                firstOf.put(count, code);
                found = count++;
            }
            ofCode[code] = found;
        }
        return new Blocks(ofCode, count, ofDeclared);
    }

    /** Groups that a column may have beyond those that its weights ask for. */
    int extra() {
        return count - 1;
    }
}
