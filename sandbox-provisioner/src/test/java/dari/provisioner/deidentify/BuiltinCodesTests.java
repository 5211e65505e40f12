package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sources;
import dari.provisioner.recipe.Preparation.SensitiveConditions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinCodesTests {

    private static final SensitiveConditions ALL =
            new SensitiveConditions(SensitiveConditions.Rule.DROP_ROWS, List.of(), null, List.of("t.c"), null);

    @ParameterizedTest
    @CsvSource({
        "E11.9, E11.9 E11 E10-E14 E00-E90",
        "e119, E11.9 E11 E10-E14 E00-E90",
        "E1190, E11.9 E11 E10-E14 E00-E90",
        "C50, C50 C50 C50 C00-D48",
        "I48, I48 I48 I30-I52 I00-I99",
        "W01.0, W01.0 W01 W00-X59 V01-Y98",
        "A17.0†, A17.0 A17 A15-A19 A00-B99",
        "U07.1, U07.1 U07 U00-U49 U00-U99",
        "H91, H91 H91 H90-H95 H60-H95",
        "D50, D50 D50 D50-D53 D50-D89",
        "250.00, 미상 미상 미상 미상"
    })
    void diseasesStandInTheirBlockAndChapter(String code, String path) {
        assertThat(String.join(" ", DiseaseCodes.load().path(code))).isEqualTo(path);
    }

    @Test
    void everyCategoryHasAChapterOrIsReserved() {
        DiseaseCodes codes = DiseaseCodes.load();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            for (int number = 0; number < 100; number++) {
                String category = String.format("%c%02d", letter, number);
                boolean outside = List.of(
                                "D49", "D9", "E9", "H96", "H97", "H98", "H99", "K94", "K95", "K96", "K97", "K98", "K99",
                                "P97", "P98", "P99", "T99", "V00", "Y99")
                        .stream()
                        .anyMatch(category::startsWith);
                boolean reserved = outside && !category.equals("E90");
                assertThat(codes.path(category).get(3).equals(DiseaseCodes.UNKNOWN))
                        .as(category)
                        .isEqualTo(reserved);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "서울특별시 강남구 테헤란로 1|서울특별시 강남구|서울특별시|수도권",
                "서울 중구 을지로|서울특별시 중구|서울특별시|수도권",
                "부산시 중구 남포동|부산광역시 중구|부산광역시|영남권",
                "경기도 성남시 분당구 정자동|경기도 성남시|경기도|수도권",
                "강원도 양구군|강원특별자치도 양구군|강원특별자치도|강원권",
                "세종특별자치시 한누리대로|세종특별자치시|세종특별자치시|충청권",
                "1168010100|서울특별시 11680|서울특별시|수도권",
                "26110|부산광역시 26110|부산광역시|영남권",
                "홍길동의 집|미상|미상|미상"
            })
    void addressesAreReadByGrammar(String address, String district, String province, String region) {
        assertThat(new KoreanRegions().address(address)).containsExactly(district, province, region);
    }

    @ParameterizedTest
    @CsvSource({"06236,062**,서울특별시,수도권", "63000,630**,제주특별자치도,제주권", "99999,미상,미상,미상", "1234,미상,미상,미상"})
    void postalCodesLieInAProvince(String code, String district, String province, String region) {
        assertThat(new KoreanRegions().postal(code)).containsExactly(district, province, region);
    }

    @ParameterizedTest
    @CsvSource({
        "F32.1,true",
        "f321,true",
        "B24,true",
        "B25,false",
        "A53.9,true",
        "Z61.5,true",
        "Z61,false",
        "T74.1,true",
        "I10,false",
        "O04.9,true",
        "O09,false",
        "F99,true",
        "G00,false",
        "O98.2,true",
        "O98.4,false"
    })
    void knowsConditionsThatNeedApproval(String code, boolean sensitive) {
        assertThat(SensitiveCodes.of(ALL).hold(code)).isEqualTo(sensitive);
    }

    @Test
    void takesTheStewardsListInstead(@TempDir Path folder) {
        Path file = Sources.write(folder.resolve("rare.csv"), "# rare\nrare;E75.2 G12\n");
        SensitiveCodes rare = SensitiveCodes.of(with(file, List.of("rare")));
        assertThat(rare.hold("E75.2")).isTrue();
        assertThat(rare.hold("G12.1")).isTrue();
        assertThat(rare.hold("F32")).isFalse();
        assertThatThrownBy(() -> SensitiveCodes.of(with(file, List.of("hiv"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("knows no group hiv");
        Path broken = Sources.write(folder.resolve("broken.csv"), "rare;E75\noops\n");
        assertThatThrownBy(() -> SensitiveCodes.of(with(broken, List.of())))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("broken.csv:2");
    }

    private static SensitiveConditions with(Path file, List<String> groups) {
        return new SensitiveConditions(SensitiveConditions.Rule.DROP_ROWS, groups, file, List.of("t.c"), null);
    }
}
