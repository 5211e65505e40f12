package dari.provisioner.scrub;

import java.util.List;

/**
 * Finds the identifiers of a note: forms first, then organisations and places, then names. Remembers what morphology said of
 * words it met, so one reader serves many notes. Not thread-safe.
 */
final class NoteReader {

    private final Words words = new Words();
    private final NumberForms numbers = new NumberForms();
    private final KoreanMorphology morphology = new KoreanMorphology();
    private final ScrubPlan.Language language;
    private final KoreanAddresses koreanAddresses;
    private final EnglishTowns englishTowns;
    private final KoreanOrganisations koreanOrganisations;
    private final EnglishOrganisations englishOrganisations;
    private final KoreanNames koreanNames;
    private final EnglishNames englishNames;
    private final LearnedSpans learned;
    private final Signatures signatures;
    private final Speakers speakers;
    private final SpelledNames spelledNames;
    private final WholeFinds whole;

    NoteReader(Knowledge knowledge, ScrubPlan.Language language) {
        Lexicon lexicon = knowledge.lexicon();
        this.language = language;
        KoreanGrammar grammar = new KoreanGrammar(lexicon);
        koreanAddresses = new KoreanAddresses(lexicon);
        englishTowns = new EnglishTowns(lexicon, knowledge.lists());
        koreanOrganisations = new KoreanOrganisations(lexicon, grammar);
        englishOrganisations = new EnglishOrganisations(lexicon);
        koreanNames = new KoreanNames(lexicon, grammar, morphology);
        englishNames = new EnglishNames(lexicon);
        learned = new LearnedSpans(knowledge, grammar, morphology);
        whole = new WholeFinds(grammar);
        speakers = new Speakers(lexicon, knowledge.lists(), grammar);
        spelledNames = new SpelledNames(lexicon);
        signatures = new Signatures(lexicon, knowledge.lists());
    }

    /** Korean notes write the year first; which language a note is in, its words say where nobody else does. */
    private boolean isYearFirst(int hangulWords, int words) {
        return switch (language) {
            case KO -> true;
            case EN -> false;
            case AUTO -> hangulWords * 2 >= words && words > 0;
        };
    }

    private static int hangulWords(List<Token> tokens) {
        int count = 0;
        for (Token token : tokens) {
            count += token.hangul() ? 1 : 0;
        }
        return count;
    }

    Claims read(String note) {
        Claims claims = new Claims(FoldedText.of(note));
        String text = claims.text();
        List<Token> tokens = Token.of(text, words::of);
        int hangulWords = hangulWords(tokens);
        boolean hangul = hangulWords > 0;
        boolean latin = hangulWords < tokens.size();
        WebForms.claim(claims);
        SpokenNumbers.claim(claims, tokens);
        OtherScripts.claim(claims);
        VehiclePlates.claim(claims);
        LetteredCodes.claim(claims);
        if (hangul) {
            koreanAddresses.claim(claims, tokens);
        }
        if (latin) {
            EnglishAddresses.claim(claims);
            Postcodes.claim(claims);
            englishTowns.claim(claims);
        }
        DatesInWords.claim(claims, tokens);
        Holidays.claim(claims, tokens);
        numbers.claim(claims, isYearFirst(hangulWords, tokens.size()));
        Ages.claim(claims);
        if (latin) {
            EnglishDates.claim(claims, tokens);
        }
        if (hangul) {
            koreanOrganisations.claim(claims, tokens, morphology);
        }
        if (latin) {
            englishOrganisations.claim(claims, tokens, words);
        }
        EnglishDates.claimYears(claims);
        LooseDates.claim(claims, tokens);
        if (latin) {
            englishNames.claim(claims, tokens);
            englishTowns.claimListed(claims);
        }
        if (hangul) {
            koreanNames.claim(claims, tokens);
        }
        // what belongs to a find goes to it before the model takes a part of that
        whole.widen(claims);
        learned.claim(claims, tokens);
        PersonRows.claim(claims);
        speakers.claim(claims);
        if (latin) {
            spelledNames.claim(claims, tokens);
            signatures.claim(claims);
        }
        Ages.claimBehindNames(claims);
        OtherScripts.claimBehindNames(claims);
        whole.widen(claims);
        return claims;
    }
}
