package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By themselves: the learned model finds some of them, too. */
class VehiclePlatesTests {

    private static Claims claimed(String text) {
        Claims claims = new Claims(FoldedText.of(text));
        VehiclePlates.claim(claims);
        return claims;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "차량 경기80자1175 반납 | 경기80자1175",
                "Car is a grey Corolla, plate KZW 4019 seen | KZW 4019",
                "arrived in a white Transit, YK09 FZE, late | YK09 FZE",
                "ambulance KA 05 MJ 7719 came | KA 05 MJ 7719",
                "charter, tail C-GKNZ refused | C-GKNZ",
                "RFDS plane VH-FDK on the way | VH-FDK",
                "헬기 HL-9463 착륙 | HL-9463"
            })
    void areFound(String text, String plate) {
        assertThat(claimed(text).findings()).extracting(Finding::key).containsExactly(plate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CD20 POS by flow, CA15 PET planned",
                "the tail of the pancreas, T-TUBE out, air in the bile duct",
                "care plan for the van der Woude syndrome",
                "병동 12다1234"
            })
    void areNotWhatLooksLikeThem(String text) {
        assertThat(claimed(text).findings()).isEmpty();
    }
}
