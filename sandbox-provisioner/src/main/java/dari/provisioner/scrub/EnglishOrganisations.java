package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Organisations in Latin letters: a proper name and a word such as Hospital, or a name of the list. */
final class EnglishOrganisations {

    /** After one or more capitals these make an organisation. */
    private static final Set<String> STRONG = WordSet.of(
            "hospital hospitals infirmary hospice pharmacy university college academy elementary inc llc ltd "
                    + "corp corporation bank church synagogue mosque temple prison jail penitentiary airlines motors "
                    + "kindergarten preschool sanatorium brewery bakery restaurant diner hotel casino supermarket "
                    + "drugstore library llp pllc plc gmbh fc afc parish primary grammar seminary brewery daycare nursery");

    /** These only after a word that is no ordinary one. */
    private static final Set<String> WEAK = WordSet.of(
            "clinic clinics center centre health healthcare associates partners group pediatrics orthopedics "
                    + "orthopaedics dermatology dental dentistry home rehab rehabilitation living manor school "
                    + "institute foundation company co insurance industries manufacturing lines laboratories labs "
                    + "systems services system care physicians surgeons cardiology oncology ophthalmology imaging "
                    + "radiology urology neurology medicine medical village gardens terrace lodge villa house place "
                    + "cottage estates residence court factory plant construction electronics logistics technologies "
                    + "solutions consulting enterprises holdings shelter dialysis nursing family practice high middle "
                    + "district county department facility station club store market farms sons brothers trust society "
                    + "union agency committee ministry plaza pavilion campus motel inn bureau freight trucking chemist chemists roofing plumbing heating landscaping exteriors excavating paving welding electric catering upholstery psych precinct "
                    + "orchestra symphony philharmonic choir ballet museum theater theatre zoo gym ymca salon dealership railway "
                    + "railroad steel mills foods grocery deli cafe tavern airways ambulance rescue chapel cathedral abbey "
                    + "convent monastery battalion regiment");

    /** Words inside names of organisations that say nothing by themselves. */
    private static final Set<String> GENERIC =
            WordSet.of("general memorial regional community medical family children's childrens university health care "
                    + "nursing rehabilitation rehab surgical surgery cancer heart pain dental eye primary urgent "
                    + "assisted senior skilled outpatient inpatient local outside our the this that psychiatric state "
                    + "county city public private day home women's men's maternity teaching academic veterans "
                    + "behavioral mental physical occupational speech sleep wound infusion dialysis imaging breast "
                    + "stroke trauma emergency intensive level tertiary referring transferring another same a an her "
                    + "his their my social case discharge admission adult pediatric pediatrics high middle elementary "
                    + "grade summer first second diabetes coumadin anticoagulation device memory cardiac fertility "
                    + "weight allergy travel transplant spine hand foot lab laboratory life daily independent group "
                    + "foster long term acute subacute palliative hospice comfort prenatal well child continue "
                    + "discharged transfer to from at follow seen per and or for with in dr doctor patient former "
                    + "specialty walk-in free blood poison crisis birth birthing ambulatory endoscopy vein headache "
                    + "movement disorders quality respiratory support human nutrition food clinical pharmacy spiritual "
                    + "pastoral chaplain interpreter emotional");

    private static final Set<String> LINKS = WordSet.of("of and the for at de la & del on");

    private static final Pattern CAPITAL = Pattern.compile("[A-Z0-9][\\w'.-]*[A-Za-z'.]|[A-Z]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9&][\\w'-]*\\.?");

    private static final StartedForm EMPLOYER_CUE = StartedForm.ofWords(
            "\\b",
            "transferred (?:from|to)|admitted (?:to|at)|discharged (?:to|from)|hospitalized at|followed (?:at|by)|seen at|evaluated at|treated at|surgery at|care at|records from|presented to|resident (?:of|at)|residing at|stay at|lives at|delivered at|born at|works? (?:nights |days |part time |full time )?(?:at|for)|volunteers at|work(?:ed|ing)? (?:at|for)|employed (?:by|at|with)|employer(?: is|:)|employee of|retired from|attends|teaches at"
                    + StartedForm.each(
                            "cook waitress waiter server barista bartender janitor custodian mechanic welder guard driver teller librarian accountant receptionist nurse teacher professor pastor chef stocker foreman supervisor manager engineer clerk cashier aide coach secretary technician worker electrician plumber carpenter dispatcher pilot attendant intern apprentice machinist operator packer picker loader president owner shift shifts job career freshman sophomore junior senior student line years",
                            " (?:at|for|with|of)")
                    + "|hired (?:by|at)|started at|attended|plays for|filled at|picked up at|shops at|tested at|transported by|dialyzes at|leaving|laid off from|fired from|enrolled (?:at|in)|graduated from|works as an? [a-z]+ (?:at|for)|insured (?:by|with|through)|insurance (?:is|through|with)",
            "$");

    private static final Pattern EMPLOYER =
            Pattern.compile("(?:the\\s)?(?<o>[A-Z][\\w'&.-]*(?:\\s(?:(?:of|and|&)\\s)?[A-Z][\\w'&.-]*){0,4})");

    private static final List<String> EMPLOYER_LINKS = List.of(
            " at ",
            " for ",
            " by ",
            " with ",
            " from ",
            " of ",
            " in ",
            " through ",
            "attends ",
            "attended ",
            "leaving ",
            "mployer: ",
            "mployer is ",
            " is ",
            "esident of ");

    private final Lexicon lexicon;

    EnglishOrganisations(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @param tokens of the text, whose words are taken where they are the same */
    void claim(Claims claims, List<Token> tokens, Words known) {
        String text = claims.text();
        List<Token> words = words(text, tokens, known);
        for (int i = 0; i < words.size(); i++) {
            if (!claims.isTaken(words.get(i).start())) {
                listed(claims, words, i);
            }
        }
        if (claims.has(Mark.SAINT)) {
            for (Matcher saint = SAINT.matcher(text); saint.find(); ) {
                int last = forward(text, words, indexAt(words, saint.end()));
                claims.claim(saint.start(), words.get(last).end(), IdentifierType.ORGANIZATION);
            }
        }
        if (claims.has(Mark.CONGREGATION)) {
            for (Matcher church = CONGREGATION.matcher(text); church.find(); ) {
                claims.claim(church.start(), church.end(), IdentifierType.ORGANIZATION);
            }
        }
        if (claims.has(Mark.MISSION)) {
            for (Matcher mission = MISSION.matcher(text); mission.find(); ) {
                claims.claim(mission.start(), mission.end(), IdentifierType.ORGANIZATION);
            }
        }
        for (Token word : words) {
            if (word.text().equals("VA") || (word.text().length() == 2 && ORDINALS.contains(word.text()))) {
                service(claims, word.start());
            }
        }
        for (int i = words.size() - 1; i > 0; i--) {
            if (words.get(i).isCapital()
                    && words.get(i).word().is(Word.HOUSE, EnglishOrganisations::isHouse)
                    && !claims.isTaken(words.get(i).start())) {
                i = Math.min(i, suffixed(claims, text, words, i));
            }
        }
        for (Token word : words) {
            int start = word.start();
            int link = mayBeEmployer(text, start) ? lengthOfLink(text, start) : 0;
            if (link > 0) {
                Matcher employer = Window.at(EMPLOYER, text, start);
                if (employer.lookingAt()
                        && EMPLOYER_CUE.isIn(
                                Lexicon.lower(text.substring(Math.max(0, start - link - LONGEST_CUE), start - 1)))) {
                    employed(claims, employer.start("o"), employer.group("o"));
                }
            }
        }
    }

    private static boolean mayBeEmployer(String text, int start) {
        char first = text.charAt(start);
        return (first >= 'A' && first <= 'Z') || text.startsWith("the ", start);
    }

    /** Of what links an employer to the word for it and ends here; 0 if nothing does. */
    private static int lengthOfLink(String text, int end) {
        if (LINK_ENDS.has(text, end - 2)) {
            for (String link : EMPLOYER_LINKS) {
                if (text.startsWith(link, end - link.length())) {
                    return link.length();
                }
            }
        }
        return 0;
    }

    private static final int LONGEST_CUE = 30;

    private static final LetterPairs LINK_ENDS = LetterPairs.ofEnds(EMPLOYER_LINKS);

    /** Whether a word ends the names of organisations. */
    private static boolean isHouse(Word word) {
        return STRONG.contains(word.lower()) || WEAK.contains(word.lower());
    }

    /** {@code St. Luke's}: a hospital or school without the word for it. */
    private static final Pattern SAINT =
            Pattern.compile("\\b(?:St\\.?|Saint) [A-Z][a-z]+(?:'s|s'|\\b(?= (?:Hospital|Medical)))");

    /** {@code First Baptist}: a church without the word for it. */
    private static final Pattern CONGREGATION = Pattern.compile(
            "\\b(?:First|Second|Third|Grace|Calvary|Trinity|Faith|Hope|Bethel|Zion|Bethany|Emmanuel|(?:Holy|Our|Mount|Mt\\.?) [A-Z][a-z]+)(?: United| African)? (?:Baptist|Methodist|Presbyterian|Lutheran|Congregational|Pentecostal)(?: Church)?");

    /** Of a state in another, and houses of learning and of the state that are called by what they are for. */
    private static final Pattern MISSION = Pattern.compile(
            "\\b(?:(?:[A-Z][a-z]+ )?(?:Embassy|Consulate(?:[- ]General)?)|[A-Z][a-z]+ Institute) of (?:the )?[A-Z][a-z]+(?: (?:of )?[A-Z][a-z]+){0,3}(?: in [A-Z][a-z]+)?");

    /** Of the army, and the house of its veterans, which everybody calls by two letters; not visual acuity. */
    private static final Pattern SERVICE = Pattern.compile(
            "\\b[0-9]{1,3}(?:st|nd|rd|th) (?:Airborne|Infantry|Cavalry|Armou?red|Marines?|Battalion|Regiment|Division|Brigade|Rangers?|Engineers?)(?: (?:Division|Regiment|Battalion|Brigade|Group))?\\b|(?<=\\b[Tt]he )VA\\b(?!\\s?[0-9]|\\s(?:was|is|of|in (?:the|both))\\b)");

    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

    private static void service(Claims claims, int word) {
        int start = word;
        while (start > 0 && word - start < 3 && Character.isDigit(claims.text().charAt(start - 1))) {
            start--;
        }
        Matcher service = Window.at(SERVICE, claims.text(), start);
        if (service.lookingAt()) {
            claims.claim(start, service.end(), IdentifierType.ORGANIZATION);
        }
    }

    private static int indexAt(List<Token> words, int end) {
        int i = 0;
        while (i + 1 < words.size() && words.get(i).end() < end) {
            i++;
        }
        return i;
    }

    /** Runs of letters, digits, apostrophes and hyphens that begin with a letter, and ampersands. */
    private static List<Token> words(String text, List<Token> tokens, Words known) {
        List<Token> words = new ArrayList<>(tokens.size());
        int ampersand = text.indexOf('&');
        int end = 0;
        for (Token token : tokens) {
            if (token.hangul() || token.start() < end) {
                continue;
            }
            for (; ampersand >= 0 && ampersand < token.start(); ampersand = text.indexOf('&', ampersand + 1)) {
                words.add(new Token(known.of(text, ampersand, ampersand + 1), ampersand, ampersand + 1));
            }
            end = token.end();
            while (end < text.length() && continues(text.charAt(end))) {
                end++;
            }
            words.add(end == token.end() ? token : new Token(known.of(text, token.start(), end), token.start(), end));
        }
        return words;
    }

    private static boolean continues(char c) {
        return Token.isLatin(c) || (c >= '0' && c <= '9') || c == '_' || c == '\'' || c == '-';
    }

    private void listed(Claims claims, List<Token> words, int i) {
        if (!words.get(i).isCapital()
                || !words.get(i)
                        .word()
                        .is(
                                Word.STARTS_ORGANISATION,
                                word -> lexicon.startsOrganisation(word.lower())
                                        || word.lower().equals("va"))) {
            return;
        }
        for (int last = Math.min(words.size() - 1, i + 4); last >= i; last--) {
            String phrase = Lexicon.lower(claims.text()
                    .substring(words.get(i).start(), words.get(last).end()));
            boolean listed = phrase.length() > 2 && lexicon.isOrganisation(phrase);
            boolean veterans = phrase.startsWith("va ") && lexicon.isPlace(phrase.substring(3));
            if ((listed || veterans) && words.get(last).isCapital()) {
                int end = words.get(withPlace(claims.text(), words, forward(claims.text(), words, last)))
                        .end();
                claims.claim(words.get(i).start(), end, IdentifierType.ORGANIZATION);
                return;
            }
        }
    }

    /** {@code Kaiser Oakland}: the house of that town. */
    private int withPlace(String text, List<Token> words, int last) {
        int next = last + 1;
        return next < words.size()
                        && text.substring(words.get(last).end(), words.get(next).start())
                                .equals(" ")
                        && words.get(next).isCapital()
                        && lexicon.isPlace(words.get(next).lower())
                ? next
                : last;
    }

    /** Takes the capitals before a suffix; answers the index of the first word taken. */
    private int suffixed(Claims claims, String text, List<Token> words, int i) {
        int first = i;
        boolean proper = false;
        boolean distinct = false;
        for (int k = i - 1; k >= 0 && i - k <= 6; k--) {
            Token word = words.get(k);
            String gap = text.substring(word.end(), words.get(k + 1).start());
            if (!(gap.equals(" ")
                            || gap.isEmpty()
                            || gap.equals(".")
                            || (gap.equals(". ") && SHORTENED.contains(word.lower())))
                    || claims.isTaken(word.start())) {
                break;
            }
            if (word.isCapital()) {
                boolean generic =
                        GENERIC.contains(word.lower()) || STRONG.contains(word.lower()) || WEAK.contains(word.lower());
                if (BEFORE_NAME.contains(word.lower())) {
                    break;
                }
                proper |= !generic;
                distinct |= !generic && !lexicon.isOrdinary(word.lower());
                first = k;
            } else if (!LINKS.contains(word.lower())
                    || k == 0
                    || !words.get(k - 1).isCapital()) {
                break;
            }
        }
        boolean strong = STRONG.contains(words.get(i).lower());
        int last = forward(text, words, i);
        boolean of = last > i + 1 && words.get(i + 1).lower().equals("of");
        boolean named = strong
                ? proper || of
                : distinct
                        || (proper && i - first >= 2 && hasStrongWord(words, first, i))
                        || (of && !lexicon.isOrdinary(words.get(last).lower()));
        if (named && last >= first) {
            claims.claim(words.get(first).start(), words.get(last).end(), IdentifierType.ORGANIZATION);
            return first;
        }
        return i;
    }

    private static boolean hasStrongWord(List<Token> words, int first, int last) {
        return words.subList(first, last).stream().anyMatch(w -> STRONG.contains(w.lower()));
    }

    /** With a capital where a sentence begins, and no part of a name behind them. */
    private static final Set<String> BEFORE_NAME = WordSet.of(
            "the our this at to from in for discharged transferred seen per dr mr mrs ms patient pt and a an her his she he i we went called");

    private static final Set<String> SHORTENED = WordSet.of("st mt ft dr");

    private static final Set<String> LEGAL_FORMS = WordSet.of("inc llc ltd");

    private static final Set<String> CARE =
            WordSet.of("medical general memorial health regional family nursing home cancer heart");

    /** The words of the same name behind: Medical Center, Health System, of Tampa, Inc. */
    private int forward(String text, List<Token> words, int i) {
        int last = i;
        for (int k = i + 1; k < words.size() && k - i <= 4; k++) {
            Token word = words.get(k);
            String gap = text.substring(words.get(k - 1).end(), word.start());
            if (!gap.equals(" ") && !(gap.equals(", ") && LEGAL_FORMS.contains(word.lower()))) {
                break;
            }
            boolean suffix = STRONG.contains(word.lower()) || WEAK.contains(word.lower());
            if (word.isCapital() && (suffix || (GENERIC.contains(word.lower()) && CARE.contains(word.lower())))) {
                last = k;
            } else if (word.lower().equals("of")
                    && k + 1 < words.size()
                    && words.get(k + 1).isCapital()
                    && text.substring(word.end(), words.get(k + 1).start()).equals(" ")
                    && !lexicon.isOrdinary(words.get(k + 1).lower())) {
                last = k + 1;
                k++;
            } else if (last > i
                    && last == k - 1
                    && words.get(last - 1).lower().equals("of")
                    && word.isCapital()
                    && !lexicon.isOrdinary(word.lower())) {
                last = k;
            } else {
                break;
            }
        }
        return last;
    }

    private void employed(Claims claims, int start, String words) {
        int end = start;
        for (Matcher word = WORD.matcher(words); word.find(); ) {
            String plain = Lexicon.lower(word.group().replaceAll("\\.$", ""));
            boolean link = LINKS.contains(plain);
            if (!link
                    && (!CAPITAL.matcher(word.group()).matches()
                            || (lexicon.isOrdinary(plain) && !STRONG.contains(plain) && !WEAK.contains(plain)))) {
                break;
            }
            if (!link) {
                end = start + word.end();
            }
            if (word.group().endsWith(".")) {
                end -= 1;
                break;
            }
        }
        claims.claim(start, end, IdentifierType.ORGANIZATION);
    }
}
