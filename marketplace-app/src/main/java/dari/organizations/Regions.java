package dari.organizations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the province or metropolitan city (시·도) that an address begins with, as registration certificates write it. */
final class Regions {

    /** Names that an address may use, the official ones cut to what tells them apart; the code is the vocabulary's. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("region:seoul", List.of("서울", "seoul")),
            Map.entry("region:incheon", List.of("인천", "incheon")),
            Map.entry("region:gyeonggi", List.of("경기", "gyeonggi")),
            Map.entry("region:busan", List.of("부산", "busan")),
            Map.entry("region:daegu", List.of("대구", "daegu")),
            Map.entry("region:gwangju", List.of("광주", "gwangju")),
            Map.entry("region:daejeon", List.of("대전", "daejeon")),
            Map.entry("region:ulsan", List.of("울산", "ulsan")),
            Map.entry("region:sejong", List.of("세종", "sejong")),
            Map.entry("region:gangwon", List.of("강원", "gangwon")),
            Map.entry("region:chungbuk", List.of("충북", "충청북도", "chungbuk", "chungcheongbuk", "north chungcheong")),
            Map.entry("region:chungnam", List.of("충남", "충청남도", "chungnam", "chungcheongnam", "south chungcheong")),
            Map.entry("region:jeonbuk", List.of("전북", "전라북도", "jeonbuk", "jeollabuk", "north jeolla")),
            Map.entry("region:jeonnam", List.of("전남", "전라남도", "jeonnam", "jeollanam", "south jeolla")),
            Map.entry("region:gyeongbuk", List.of("경북", "경상북도", "gyeongbuk", "gyeongsangbuk", "north gyeongsang")),
            Map.entry("region:gyeongnam", List.of("경남", "경상남도", "gyeongnam", "gyeongsangnam", "south gyeongsang")),
            Map.entry("region:jeju", List.of("제주", "jeju")));

    private Regions() {}

    /** Korean addresses begin with it; English ones have it among their last parts. */
    static Optional<String> of(@Nullable String address) {
        String text = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
        return startingWith(text.replaceFirst("^\\(?[0-9]{5}\\)?\\s*", "")).or(() -> ofEnglish(text));
    }

    private static Optional<String> ofEnglish(String text) {
        String[] parts = text.split(",");
        for (int i = parts.length - 1; i >= 0; i--) {
            Optional<String> found = startingWith(parts[i].strip());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> startingWith(String text) {
        return NAMES.entrySet().stream()
                .filter(region -> region.getValue().stream().anyMatch(text::startsWith))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
