package dari.provisioner.scrub;

/** Takes the rest of what was found in part. Immutable. */
final class WholeFinds {

    private final WholeNames names;

    WholeFinds(KoreanGrammar grammar) {
        names = new WholeNames(grammar);
    }

    void widen(Claims claims) {
        String text = claims.text();
        claims.widen(found -> withoutTornWord(
                text,
                switch (found.type()) {
                    case ID, MRN -> WholeCodes.code(text, found);
                    case PHONE -> WholeCodes.phone(text, found);
                    case NAME ->
                        WholeOrganisations.ofName(text, names.whole(claims, WholePlaces.withNumber(claims, found)));
                    case ADDRESS -> WholeOrganisations.whole(text, WholePlaces.whole(claims, found));
                    case ORGANIZATION -> WholeOrganisations.whole(text, WholePlaces.withNumber(claims, found));
                    case DATE -> WholeDates.whole(text, found);
                    default -> found;
                }));
    }

    /** A find ends where a word in Latin letters ends. */
    private static Finding withoutTornWord(String text, Finding found) {
        int end = found.end();
        while (end < text.length() && Token.isLatin(text.charAt(end - 1)) && Token.isLatin(text.charAt(end))) {
            end++;
        }
        return found.grown(found.start(), end);
    }
}
