package dari.provisioner.deidentify;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a Korean address, area code or postal code lies: 시군구, 시도 and region of the country. By grammar and the seventeen
 * 시도 only, so a new or renamed 시군구 needs no list.
 */
final class KoreanRegions {

    static final String UNKNOWN = "미상";

    /**
     * @param code first two digits of the ten-digit area code (법정동코드), old and new
     * @param postal first two digits of the five-digit postal codes
     */
    private record Province(String name, String region, List<String> names, List<String> code, int postal, int last) {}

    private static final List<Province> PROVINCES = List.of(
            province("서울특별시", "수도권", "서울시 서울", "11", 1, 9),
            province("경기도", "수도권", "경기", "41", 10, 20),
            province("인천광역시", "수도권", "인천시 인천", "28", 21, 23),
            province("강원특별자치도", "강원권", "강원도 강원", "42 51", 24, 26),
            province("충청북도", "충청권", "충북", "43", 27, 29),
            province("세종특별자치시", "충청권", "세종시 세종", "36", 30, 30),
            province("충청남도", "충청권", "충남", "44", 31, 33),
            province("대전광역시", "충청권", "대전시 대전", "30", 34, 35),
            province("경상북도", "영남권", "경북", "47", 36, 40),
            province("대구광역시", "영남권", "대구시 대구", "27", 41, 43),
            province("울산광역시", "영남권", "울산시 울산", "31", 44, 45),
            province("부산광역시", "영남권", "부산시 부산", "26", 46, 49),
            province("경상남도", "영남권", "경남", "48", 50, 53),
            province("전북특별자치도", "호남권", "전라북도 전북", "45 52", 54, 56),
            province("전라남도", "호남권", "전남", "46", 57, 60),
            province("광주광역시", "호남권", "광주시 광주", "29", 61, 62),
            province("제주특별자치도", "제주권", "제주도 제주", "39 50", 63, 63));

    private static final Map<String, Province> BY_NAME = PROVINCES.stream()
            .flatMap(p -> Stream.concat(Stream.of(p.name()), p.names().stream()).map(n -> Map.entry(n, p)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Pattern AREA_CODE = Pattern.compile("([0-9]{2})([0-9]{3})?([0-9]{5})?");
    private static final Pattern POSTAL_CODE = Pattern.compile("([0-9]{2})[0-9]{3}");
    private static final Pattern DISTRICT = Pattern.compile("[가-힣]{1,6}[시군구]");

    private static Province province(String name, String region, String names, String code, int postal, int last) {
        return new Province(name, region, List.of(names.split(" ", -1)), List.of(code.split(" ", -1)), postal, last);
    }

    /** 시군구, 시도 and region; 시군구 with its 시도, since several cities have a 중구. */
    List<String> address(String text) {
        String stripped = text.strip();
        Matcher area = AREA_CODE.matcher(stripped);
        if (area.matches()) {
            return PROVINCES.stream()
                    .filter(p -> p.code().contains(area.group(1)))
                    .findFirst()
                    .map(p -> List.of(
                            area.group(2) == null ? p.name() : p.name() + " " + area.group(1) + area.group(2),
                            p.name(),
                            p.region()))
                    .orElse(List.of(UNKNOWN, UNKNOWN, UNKNOWN));
        }
        String[] words = stripped.replaceAll("\\([^)]*\\)", " ").strip().split("[\\s,]+", -1);
        Province province = BY_NAME.get(words[0]);
        if (province == null) {
            return List.of(UNKNOWN, UNKNOWN, UNKNOWN);
        }
        String district = words.length > 1 && DISTRICT.matcher(words[1]).matches() ? " " + words[1] : "";
        return List.of(province.name() + district, province.name(), province.region());
    }

    /** The first three digits, which are a 시군구 or part of one, then 시도 and region. */
    List<String> postal(String text) {
        Matcher code = POSTAL_CODE.matcher(text.strip());
        if (!code.matches()) {
            return List.of(UNKNOWN, UNKNOWN, UNKNOWN);
        }
        int prefix = Integer.parseInt(code.group(1));
        return PROVINCES.stream()
                .filter(p -> p.postal() <= prefix && prefix <= p.last())
                .findFirst()
                .map(p -> List.of(text.strip().substring(0, 3) + "**", p.name(), p.region()))
                .orElse(List.of(UNKNOWN, UNKNOWN, UNKNOWN));
    }
}
