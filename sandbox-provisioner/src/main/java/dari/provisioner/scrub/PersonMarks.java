package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Pattern;

/** What stands behind an English name, or behind a word that looks like one and is none. */
final class PersonMarks {

    /** MD, RN and the like. */
    static final Pattern DEGREE = Pattern.compile(
            "^,?\\s{1,2}(?:(?:MD|M\\.\\s?D\\.|DO|D\\.O\\.|RN|BSN|MSN|NP|APRN|ARNP|FNP(?:-C|-BC)?|CRNP|CNM|PA|PA-C|PhD|Ph\\.D\\.|PsyD|LCSW|LICSW|MSW|LMFT|LPC|DPT|PT|OTR(?:/L)?|OT|SLP|CCC-SLP|PharmD|DDS|DMD|DPM|CRNA|LPN|CNA|RMA|RD|RDN|RT|RRT|EMT(?:-P)?|MBBS|FACS|FACC|MPH|Esq|Jr|Sr|II|III|IV)\\b\\.?)");

    /** Age, sex, relation, or what persons do. */
    static final Pattern PERSON_AFTER = Pattern.compile(
            "^(?:'s\\b|\\s(?:from (?:the |[A-Z])|is an? [0-9]|is a \\b|was (?:seen|born|admitted|brought|transferred|examined|discharged|evaluated|counsel|informed|notified|diagnosed|started|under)|reports?\\b|reported|states?\\b|stated|denies|denied|presents|presented|returns|returned|complains|complained|called|calls\\b|says|said|lives|works|has been|will (?:bring|call|follow|see|return|be)|agrees?\\b|agreed|verbali|asked|asks|feels|came|arrived|underwent|tolerated|refused|requested|takes\\b|wants|prefers|understands|appears|remains|continues|brought|helps|snores|signed|left\\b|went|did well)|\\s?\\((?:[0-9]{1,3}\\s?(?:[MFmf]|y|/)|M\\b|F\\b|DOB|dob|MRN|mrn|date of birth|(?:his|her|the) |wife|husband|son|daughter|mother|father|pt\\b|[0-9]{3}[-) ])|,\\s(?:an?\\s)?[0-9]{1,3}\\s?(?:[MF]\\b|-?\\s?y)|\\s[0-9]{1,3}\\s?(?:y/?o|yo\\b|[MF]\\b))");

    /** Behind an eponym that names a disease, sign or device. */
    static final Pattern DISEASE_AFTER = Pattern.compile(
            "(?i)^(?:'s|s')?\\s?(?:-\\s?[A-Z][a-z]+\\s)?(?:(?:'s\\s)?(?:disease|syndromes?|signs?|tests?|maneuver|manoeuvre|score|scale|criteria|classification|stage|grade|lymphoma|catheter|reflex|contracture|cyst|palsy|tumou?r|sarcoma|fracture|hernia|procedure|operation|incision|approach|methods?|drain|tube|balloon|clamp|forceps|retractor|stain|lamp|phenomenon|thyroiditis|ophthalmopathy|esophagus|mucosa|nodes?|bodies|body|rods|cells?|chorea|dementia|ulcer|sepsis|solution|lactate|angina|aphasia|encephalopathy|ataxia|atrophy|dystrophy|anomaly|malformation|tetralogy|murmur|pulse|breathing|respirations?|respiration|position|gait|exam|index|staging|system|formula|equation|risk|mask|monitor|ultrasound|probe|needle|wires?|pins?|nail|rods?|plate|frame|splint|brace|bandage|dressing|boot|stocking|hose|shunt|pouch|loop|repair|resection|anastomosis|maze|ring|valve|graft|flap|block|technique|point|triangle|ligament|tendon|canal|duct|gland|angle|space|line|lines|spots?|patch(?:es)?|nevus|melanoma|carcinoma|disorder|deformity|malady|anemia|leukemia|purpura|vasculitis|arteritis|granulomatosis|cardiomyopathy|negative|positive|absent|present|[0-9]|neg\\b|pos\\b|i{1,3}v?\\b|type|virus|bacillus|esophagitis|pneumonia|wave|waves|\\(?[+-]\\)|[+-](?=[,.;\\n]|$)))");

    /** Behind a word that no list knows. */
    static final Pattern SIGN_AFTER = Pattern.compile(
            "(?i)^(?:'s|s')?\\s(?:disease|syndromes?|signs?|tests?|maneuver|score|scale|criteria|classification|staging|catheter|fracture|procedure|approach|technique|drain|tube|stain|questionnaire|index|inventory)\\b");

    static final Pattern NOTHING = Pattern.compile("(?!)");

    /** Behind a single word that no list knows; what drugs and devices do is not among it. */
    static final Pattern SPEAKS = Pattern.compile(
            "^\\s(?:still |also |now |then |just )?(?:says|said|states|stated|reports|reported|denies|denied|lives|agrees|agreed|asked|understands|verbalized|refused|refuses|wants|wanted|feels|felt|complains|complained|came|arrived|will bring|will call|brought|drove|confirmed|is (?:POA|aware|at bedside|here|her|his)|oriented|visited|called|has (?:fever|a fever|pain|been (?:sick|well|living)))\\b");

    /** What only persons do, at the beginning of a sentence too. */
    static final Pattern LIVES = Pattern.compile(
            "^\\s(?:loves|likes|lives|lived|says|said|states|stated|denies|denied|wants|enjoys|attends|plays|agrees|asked|asks|feels|is (?:here|aware|oriented|at bedside|(?:R|L|right|left)[- ]hand|a \\d|an? (?:very )?(?:pleasant|retired|delightful|\\d))|was brought in|has been feeling|walks with|drove|phoned)\\b");

    /** Initials as signatures, before degrees, or as the subject of a sentence. */
    private static final String SIGNERS = "MD|RN|NP|PA|DO|mt|jb";

    static final LetterPairs SIGNER_STARTS = LetterPairs.of(List.of(SIGNERS.split("\\|", -1)));

    static final Pattern INITIALS = Pattern.compile(
            "(?<=(?:^|\\n|\\s)[-–~]{1,2}\\s?|/\\s?s/\\s?)(?:[A-Z]\\.?){2,3}(?=\\s*(?:$|\\n|/))|(?<![A-Za-z0-9])(?:[A-Z]\\.?){2,3}(?=/(?:"
                    + SIGNERS + ")\\b)"
                    + "|(?<![A-Za-z.])[A-Z]\\.[A-Z]\\.(?:[A-Z]\\.)?(?=\\s(?:reports|reported|states|stated|is a|is an|was|has|denies|denied|presented|presents|refused|refuses|agreed|agrees|requested))"
                    + "|(?<=(?:\\n|[-–—/])\\s?)[A-Z]{2,3}(?=,?\\s(?:RN|MD|NP|DO|CNM|LCSW|MSW|LPN|RMA|PharmD|CRNA)\\b)"
                    + "|(?<=(?i:\\b(?:wit|witness|witnessed by|signed|sgd|verified|checked by|initialled|wrote|proband|pt|patient|client))[.:]?\\s)[A-Z]\\.[A-Z]\\.(?:[A-Z]\\.)?(?![A-Za-z])");

    /** A name letter by letter: {@code P-A-R-V-A-T-I}. */
    static final Pattern SPELLED = Pattern.compile("(?<![A-Za-z-])[A-Z](?:-[A-Z]){3,14}(?![A-Za-z-])");

    /** What somebody is called, in quotation marks or after "goes by". */
    static final StartedForm NICKNAME = StartedForm.ofAnyCase(
            "(?i:nickname[sd]?|known(?: to [a-z]+)? as|goes by|calls (?:him|her)self|aka|a\\.k\\.a\\.)(?: (?:is|of))?:? ?[\"'“‘]?(?<n>[A-Z][\\p{L}'-]+(?: [A-Z][\\p{L}'-]+){0,2})",
            "ni kn go ca ak a.");

    /** A Korean title behind a name in Latin letters. */
    static final Pattern KOREAN_TITLE = Pattern.compile("^\\s?(?:님|씨|환자|교수|선생|원장|과장|간호사|산모)");

    /** What {@link #DEGREE} and {@link #KOREAN_TITLE} can begin with, behind a comma and blanks. */
    private static final String TITLE_SIGNS = "ABCDEFIJLMNOPRS님씨환교선원과간산";

    private static final int WIDEST_BEFORE_TITLE = 3;

    private PersonMarks() {}

    /** Whether a degree or a Korean title stands right behind a name that ends here. */
    static boolean isTitleBehind(String text, int end) {
        int at = end;
        while (at < text.length()
                && at - end < WIDEST_BEFORE_TITLE
                && (text.charAt(at) == ',' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        return at < text.length()
                && TITLE_SIGNS.indexOf(text.charAt(at)) >= 0
                && (DEGREE.matcher(text).region(end, text.length()).lookingAt()
                        || KOREAN_TITLE.matcher(text).region(end, text.length()).lookingAt());
    }
}
