package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Plain words or parts of words without which some expressions have nothing to find. One walk over a note tells which it has, at a
 * fraction of what a search for each or the expressions would cost; most notes have few.
 */
enum Mark {
    AGE_IN_WORDS("九十|90대|90s|90's|90S|90'S|아흔|구십|백세|백살|백한|irthday|IRTHDAY|undred|UNDRED|inet|INET|narian|NARIAN"),
    STREET(
            " Street| Ave| Road| Rd| Lane| Ln| Drive| Boulevard| Blvd| Terrace| Parkway| Ct| Court| Cir| St| Highway|th and|st and|nd and|rd and"),
    SMALL_STREET(" street| ave| road| rd| drive| lane| blvd| boulevard"),
    ROMAN_STREET("-ro|-gil|-daero|-dong|-gu|-si|-do|-gun"),
    NUMBERED_ROAD("Road|Rd|Route|Rte|Highway|Hwy"),
    RURAL_BOX("Box|BOX"),
    BOX("Box|BOX|box|rivate Bag"),
    NUMBERED_PLACE(
            "Stand |Erf |Plot |Hse |Route|Rte|Highway|Hwy|Interstate|I-|Road |Bldg|Building|Barracks|Lot|Space|Trailer"),
    CONTINENTAL_STREET(
            "str. |straße |strasse |weg |gasse |platz |allee |laan |straat |Via |Viale |Piazza |Corso |Calle |Avenida |Plaza |Rua |Ulica |ul. |rue |avenue |boulevard |quai |chemin |impasse "),
    UNIT_OF_HOUSE("Apt|Apartment |Unit |Suite |Ste |Flat "),
    CORNER("corner |ntersection of"),
    HYPHENED_TOWN("-on-|-upon-|-in-|-under-|-le-"),
    COUNTY(" County| Township"),
    NICKNAME("name|nown as|oes by|aka"),
    SAINT("St. |St |Saint "),
    CONGREGATION("Baptist|Methodist|Presbyterian|Lutheran|Congregational|Pentecostal"),
    MISSION("Embassy|Consulate|Institute"),
    KOREAN_POSTCODE("우편|우)|우 "),
    CROSSING("사거리|오거리|삼거리|네거리|로터리|교차로|나들목"),
    MOTORWAY("고속도로|국도|휴게소|톨게이트|분기점"),
    JUNCTION("IC|JC|TG"),
    KOREAN_BOX("사서함"),
    ESTATE("단지"),
    COMPLEX("단지|주공|동 "),
    COMPANY("(주)|주식회사|(유)|(재)|(사)|법인 |유한회사 "),
    PUPIL("학년|재학|졸업|입학|전학|다니|다녀"),
    DIVISION("사단|여단"),
    UNIT_OF_ARMY("연대|군단|비행단|함대|훈련단"),
    MESSENGER("카톡|카카오|akao|AKAO|atalk|텔레그램|elegram|hats|라인|line|Line|LINE|echat|eChat|위챗"),
    PICTURES("인스타|nstagram|insta |insta:"),
    ACCOUNT(
            "witter|iktok|ikTok|napchat|iscord|acebook|andle|ser |ser=|ser:|sername|ogin|ogged in|creen name|트위터|틱톡|페이스북|페북|디스코드|블로그|아이디|계정"),
    FLIGHT("light "),
    LOG(
            "0 from |1 from |2 from |3 from |4 from |5 from |6 from |7 from |8 from |9 from | printed| opened| viewed| accessed| edited| signed| closed| released| logged"),
    JOINED_LOT("Rx|RX|lot|LOT|Lot|SN|sn|S/N|s/n|ptid|PTID|MRN|mrn|ACCT|acct|Acct"),
    BENEFIT("PCN"),
    CARE_UNIT("CU-|CU "),
    BED("bed |BED |Bed|cot |Cot|bay |Bay| seat |Seat|좌석|자리|베드|병상|침상|병실"),
    MASKED_NUMBER("***-|xxx-|XXX-"),
    INSURANCE("NI |NI:|NINO|nsurance"),
    AIRCRAFT("ircraft|plane|tail |Tail |harter|elicopter|heli|helo|Air |기체|헬기"),
    CAR("van|Van|car |car,|Transit|ruck|orry|axi|mbulance|ehicle|bike|Audi|Ford|BMW|Golf|Corsa|Fiesta|reg "),
    VEHICLE("late|ehicle|eg |egistration"),
    INITIALS("init|Init|이니셜"),
    KOREAN_DIGITS("공일|영일"),
    WEB("://|www.|WWW.|: //"),
    SPOKEN_SIGN("골뱅이"),
    SPOKEN_DOMAIN("네이버|닷컴"),
    SIGN_IN_WORDS(" at | AT | @ "),
    DOT_IN_WORDS("dot|DOT|Dot"),
    MAIL_HOUSE("mail|ahoo|utlook|icloud|iCloud|aol|AOL|msn|naver|daum|kakao|comcast|verizon");

    /** Separated by bars. */
    private final String words;

    Mark(String words) {
        this.words = words;
    }

    List<String> words() {
        return List.of(words.split("\\|", -1));
    }

    /** One of the words of a mark. */
    private record Entry(String word, Mark mark) {}

    private static final LetterPairs STARTS = LetterPairs.of(
            List.of(values()).stream().flatMap(mark -> mark.words().stream()).toList());

    /** A power of two. */
    private static final int SLOTS = 1 << 10;

    private static final Entry[][] ENTRIES = entries();

    private static Entry[][] entries() {
        List<List<Entry>> slots = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            slots.add(new ArrayList<>());
        }
        for (Mark mark : values()) {
            mark.words().forEach(word -> slots.get(slot(word, 0)).add(new Entry(word, mark)));
        }
        return slots.stream().map(slot -> slot.toArray(Entry[]::new)).toArray(Entry[][]::new);
    }

    private static int slot(String text, int at) {
        return (text.charAt(at) * 31 + text.charAt(at + 1)) & (SLOTS - 1);
    }

    /**
     * Those that a text has a word of.
     *
     * @param pairs as {@link LetterPairs#in} has them of it
     */
    static Set<Mark> of(String text, char[] pairs) {
        Set<Mark> found = EnumSet.noneOf(Mark.class);
        for (int at = 0; at < pairs.length; at++) {
            if (STARTS.has(pairs[at])) {
                for (Entry entry : ENTRIES[slot(text, at)]) {
                    if (!found.contains(entry.mark) && text.startsWith(entry.word, at)) {
                        found.add(entry.mark);
                    }
                }
            }
        }
        return found;
    }
}
