package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;

/** English words before a name that announce it: a field of a form, who did something, who somebody is. */
final class NameCues {

    private static final Set<String> FIELDS = WordSet.of(
            "patient patient's pt name attending surgeon assistant anesthesia anesthesiologist physician provider pcp resident fellow radiologist pathologist"
                    + " cardiologist consultant author scribe guarantor subscriber insured beneficiary kin nok contact spouse mother father guardian caregiver proxy hcp poa interpreter therapist technologist tech nurse rn"
                    + " by md cc attn attention from to re signed dictated transcribed reviewed interpreted manager worker counselor witness witnessed informant historian operator endoscopist perfusionist circulator"
                    + " scrub midwife doula teacher coach lawyer attorney surname wife husband son daughter brother sister partner driver staff doctor clinician examiner assessor observer recorder sender recipient"
                    + " client student employee applicant claimant member participant subject donor parent mom dad d t psychiatrist ref from-to requesting submitting requester ordering referring room reviewer proband visitor anesthetist anaesthesia secretary prepared editor writer signatory physiotherapist deputy lead pi investigator coordinator subinvestigator victim offender officer reporter complainant custodian trustee executor landlord neighbor neighbour employer psychologist dentist pharmacist hygienist aide sonographer np pa crna d/t");

    /** Before "by". */
    private static final Set<String> NOT_DONE = WordSet.of(
            "stand side step followed-up day hour nearby mg ml increased decreased reduced caused improved relieved aggravated worsened complicated");

    private static final Set<String> WITH = WordSet.of(
            "spoke spoken speak discussed met meeting meet talked talk conferred conversation reviewed consulted confirmed coordinated visit appointment appt follow-up up f/u fu therapy cbt"
                    + " session lives living left stays call check checked agreed staffed seen supervised shared touch contact relationship married divorced working works followup interview interviewed call rounds rounded phone communicated resides staying along came arrived");

    private static final Set<String> VERBS = WordSet.of(
            "said told try notify dear hi hello attn cc thanks regards sincerely per via named called notified paged informed updated contacted asked told tell ask page contact reached reach met phoned texted text"
                    + " calls aka known introduced saw sees thank appreciates thanked visited emailed e-mailed alerted consulted consulting signed dictated transcribed reviewed re");

    private static final Set<String> PERSONS = WordSet.of(
            "nurse surgeon resident intern attending physician neurologist cardiologist oncologist urologist dermatologist psychiatrist psychologist therapist counselor pharmacist"
                    + " midwife pediatrician internist hospitalist radiologist pathologist nephrologist pulmonologist gastroenterologist endocrinologist rheumatologist ophthalmologist orthopedist podiatrist dentist"
                    + " chiropractor caregiver aide guardian interpreter translator landlord landlady neighbor neighbour roommate friend boyfriend girlfriend fiance fiancé fiancee fiancée partner spouse wife husband"
                    + " ex-husband ex-wife mother father mom mum mommy dad daddy stepmother stepfather son daughter stepson stepdaughter brother sister twin grandson granddaughter grandmother grandfather grandma"
                    + " grandpa aunt uncle cousin niece nephew mother-in-law father-in-law daughter-in-law son-in-law sister-in-law brother-in-law supervisor coworker boss teacher coach principal manager worker"
                    + " coordinator navigator advocate paramedic technician technologist dietitian chaplain baby boy girl infant proxy patient pt client gentleman lady man woman child toddler officer attorney lawyer"
                    + " informant donor recipient contact daughters sons brothers sisters parents children pcp provider colleague assistant student clinician practitioner fellow hygienist lawyer fiancé(e) significant-other visitor proband spr sho cmo registrar consultant cons ortho neuro psych pi cra crc sub-i sw ot crna rnfa doula postman carer nextofkin stepson pastor imam minister priest anesthetist anaesthetist physio physiotherapist optometrist audiologist technologist phlebotomist sonographer scribe secretary receptionist janitor foreman buddy classmate teammate mate godmother godfather grandchild great-grandson great-granddaughter half-brother half-sister stepbrother stepsister siblings gp poa hcp attorney-in-fact");

    private NameCues() {}

    /** Whether a word, in small letters, says who somebody is and so is no name itself. */
    static boolean isPerson(String lower) {
        return PERSONS.contains(lower);
    }

    /** {@code Attending: X}. */
    static boolean isField(String text, List<Token> tokens, int i) {
        if (i == 0) {
            return false;
        }
        Token before = tokens.get(i - 1);
        int gap = tokens.get(i).start() - before.end();
        if (gap > 8) {
            return false;
        }
        String signs = text.substring(before.end(), tokens.get(i).start());
        String bare = signs.strip();
        return (bare.equals(":") || bare.equals("=") || bare.equals("):") || bare.equals("::"))
                && signs.indexOf('\n') < 0
                && FIELDS.contains(before.lower());
    }

    /** {@code seen by X}, {@code his wife X}, {@code spoke with X}, {@code daughter, X}. */
    static boolean announces(String text, List<Token> tokens, int i) {
        if (i == 0) {
            return false;
        }
        Token before = tokens.get(i - 1);
        if (tokens.get(i).start() - before.end() > 3) {
            return false;
        }
        String gap = text.substring(before.end(), tokens.get(i).start());
        if (gap.indexOf('\n') >= 0 || gap.indexOf('.') >= 0) {
            return false;
        }
        if (before.text().equals("w") && gap.strip().equals("/")) {
            return true;
        }
        boolean blank = gap.isBlank();
        String last = before.lower();
        String second =
                i > 1 && text.substring(tokens.get(i - 2).end(), before.start()).isBlank()
                        ? tokens.get(i - 2).lower()
                        : "";
        if (blank && last.equals("by")) {
            return (second.endsWith("ed") || IRREGULAR.contains(second)) && !NOT_DONE.contains(second);
        }
        if (blank && last.equals("with")) {
            return WITH.contains(second) || second.endsWith("ed");
        }
        if (blank
                && ((last.equals("to") && SPOKEN.contains(second)) || (last.equals("from") && FROM.contains(second)))) {
            return true;
        }
        if (gap.strip().equals(",") && CLOSINGS.contains(last)) {
            return true;
        }
        if (blank && VERBS.contains(last)) {
            return true;
        }
        if (blank && (last.equals("is") || last.equals("was")) && (PERSONS.contains(second) || SELF.contains(second))) {
            return true;
        }
        if (blank && (last.equals("for") || last.equals("on")) && ASKED.contains(second)) {
            return true;
        }
        if (gap.strip().equals("-") && CLOSINGS.contains(last)) {
            return true;
        }
        return (blank || gap.strip().equals(",") || gap.strip().equals("(")) && PERSONS.contains(last);
    }

    private static final Set<String> SELF = WordSet.of("this name names here i");

    private static final Set<String> ASKED = WordSet.of(
            "consult consultation referral eval evaluation note summary records appointment letter report visit ask asked asking asks page paged message");

    private static final Set<String> CLOSINGS = WordSet.of(
            "wishes thx ty tks rgds thanks regards sincerely best yours cheers thank you respectfully truly");

    private static final Set<String> IRREGULAR = WordSet.of(
            "seen written read done given told taken drawn brought met understood begun overseen sent electronically in out");

    private static final Set<String> SPOKEN = WordSet.of(
            "called faxed emailed spoke talked spoken talking speaking reported handed given signed explained married report handoff refer referred referral transferred sent forwarded copy known introduced");

    private static final Set<String> FROM = WordSet.of(
            "call message heard received consent letter report consult page note text voicemail fax email request visit help support history calls");
}
