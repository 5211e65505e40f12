package dari.provisioner.profile;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.profile.Profile.ProposedRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Proposes what a column is from its name, its values' shapes and how many different ones there are. Prudent: what might
 * name a person is proposed as an identifier; the steward can say otherwise.
 *
 * @param evidence codes of what led to the role
 */
record RoleProposal(ProposedRole role, List<String> evidence) {

    /**
     * Facts about a column, counted in the source.
     *
     * @param shapes share of the values that have each shape of {@link #SHAPES}, and of RRNs
     */
    record Facts(
            String table,
            String column,
            ColumnTypes.Type type,
            long values,
            long distinct,
            double meanLength,
            Map<String, Double> shapes,
            boolean isKey) {}

    private static final Pattern DIRECT = Pattern.compile(
            "ssn|.*social_?sec.*|rrn|jumin.*|passport.*|driver.*|licen[cs]e.*|.*phone.*|tel|mobile|.*e_?mail.*|mrn|.*chart_?no.*"
                    + "|prefix|suffix|first|middle|last|maiden|surname|given|.*(first|last|middle|full|maiden|family|given)_?name"
                    + "|name|.*patient_?name.*|.*address.*|street.*|lat|lon|latitude|longitude|.*account.*|person_source_value"
                    + "|.*(physician|doctor|attending|nurse|guardian|emergency_?contact).*name.*"
                    + "|이름|.*성명|(환자|보호자|의사|담당의)명|주민.*|.*전화.*|휴대폰.*|핸드폰.*|.*주소|연락처.*|이메일.*|여권.*|계좌.*|보호자.*");
    private static final Pattern QUASI = Pattern.compile(
            ".*birth.*|dob|.*year_of_birth.*|age|gender.*|sex|race.*|ethnic.*|zip.*|post(al)?_?code|city|county|state|region"
                    + "|fips|marital.*|occupation|education|nation.*|.*deathdate.*|.*death_date.*|location_id|성별|생년.*|나이|연령|지역|시도|시군구|거주지.*|우편번호|국적|직업|학력|혼인.*|사망일.*");
    private static final Pattern WRITTEN =
            Pattern.compile("(.*_)?(text|notes?|comments?|remarks?|memo|narrative|conclusion)|.*(소견|메모|비고|경과기록).*");
    private static final Pattern CLINICAL_TABLE =
            Pattern.compile(".*(condition|diagnos|medication|drug|procedure|observation|measurement|note|lab).*");
    private static final Pattern KOREAN_CODE = Pattern.compile("(주|부|주부)?상병.*|.*진단.*|질병.*|(처방|약품|약|수술|처치|검사)코드");

    /** Names of dates whose values need not be written as a date, such as 20240131. */
    private static final Pattern DATE_NAME = Pattern.compile(".*(일자|일시|날짜)|.*(_|^)(date|dt|ymd)");

    private static final Pattern CLINICAL_CODE =
            Pattern.compile("code|(condition|drug|procedure|observation|measurement)_concept_id|.*diag.*");

    /** Shapes that are looked for, as patterns of the engine; an RRN also has a check digit. */
    static final Map<String, String> SHAPES = Map.of(
            "uuid", "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
            "email", "[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}",
            "phone", "(\\+?82[- ]?|0)1[016789][- ]?[0-9]{3,4}[- ]?[0-9]{4}",
            "compact-date", "(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([0-9]{6})?",
            "ssn", "[0-9]{3}-[0-9]{2}-[0-9]{4}");

    private static final Pattern NAMING = Pattern.compile(
            "[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}|(?<![0-9])(\\+?82[- .]?|0)1[016789][- .]?[0-9]{3,4}[- .]?[0-9]{4}(?![0-9])"
                    + "|(?<![0-9])[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])-?[1-8][0-9]{6}(?![0-9])"
                    + "|(?<![0-9-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])|[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final Set<String> DIRECT_SHAPES = Set.of("email", "phone", "ssn", "rrn");
    private static final double MOST = 0.5;
    private static final double NEARLY_UNIQUE = 0.9;
    private static final int ENOUGH = 50;
    private static final int LONG_TEXT = 60;

    static RoleProposal of(Facts facts) {
        String name = facts.column().toLowerCase(Locale.ROOT);
        List<String> evidence = new ArrayList<>();
        facts.shapes().forEach((shape, share) -> {
            if (share > MOST) {
                evidence.add("shape:" + shape);
            }
        });
        boolean unique = facts.values() >= ENOUGH && facts.distinct() >= facts.values() * NEARLY_UNIQUE;
        if (unique) {
            evidence.add("cardinality:nearly-unique");
        }
        if (evidence.stream().anyMatch(e -> DIRECT_SHAPES.contains(e.substring(e.indexOf(':') + 1)))) {
            return new RoleProposal(ProposedRole.IDENTIFIER, evidence);
        }
        if (DIRECT.matcher(name).matches()) {
            evidence.add(0, "name:" + name);
            return new RoleProposal(ProposedRole.IDENTIFIER, evidence);
        }
        if (facts.isKey()) {
            evidence.add(0, "name:" + name);
            return new RoleProposal(ProposedRole.KEY, evidence);
        }
        if (QUASI.matcher(name).matches()) {
            evidence.add(0, "name:" + name);
            return new RoleProposal(ProposedRole.QUASI, evidence);
        }
        if (facts.type().isTime()) {
            evidence.add("type:" + facts.type().word());
            return new RoleProposal(ProposedRole.DATE, evidence);
        }
        if (evidence.contains("shape:compact-date") && DATE_NAME.matcher(name).matches()) {
            evidence.add(0, "name:" + name);
            return new RoleProposal(ProposedRole.DATE, evidence);
        }
        if (evidence.contains("shape:uuid")) {
            return new RoleProposal(ProposedRole.KEY, evidence);
        }
        if (facts.type() == ColumnTypes.Type.TEXT && WRITTEN.matcher(name).matches()) {
            evidence.add("name:" + name);
            return new RoleProposal(ProposedRole.FREE_TEXT, evidence);
        }
        if (facts.type() == ColumnTypes.Type.TEXT && facts.meanLength() > LONG_TEXT) {
            evidence.add("length:long");
            return new RoleProposal(ProposedRole.FREE_TEXT, evidence);
        }
        boolean english =
                CLINICAL_TABLE.matcher(facts.table().toLowerCase(Locale.ROOT)).matches()
                        && CLINICAL_CODE.matcher(name).matches();
        if (english || KOREAN_CODE.matcher(name).matches()) {
            evidence.add("name:" + name);
            return new RoleProposal(ProposedRole.SENSITIVE, evidence);
        }
        return new RoleProposal(
                unique && facts.type() == ColumnTypes.Type.TEXT ? ProposedRole.IDENTIFIER : ProposedRole.OTHER,
                evidence);
    }

    /** Whether a text, however many persons have it, holds what names one of them: an address, a telephone or registration number. */
    static boolean namesSomebody(String text) {
        return NAMING.matcher(text).find();
    }

    /** Whether the values themselves may appear in a profile at all. */
    boolean showsValues() {
        return switch (role) {
            case QUASI, SENSITIVE, DATE, OTHER -> true;
            case IDENTIFIER, KEY, FREE_TEXT -> false;
        };
    }
}
