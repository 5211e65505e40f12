package dari.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.profile.Profile.ProposedRole;
import dari.provisioner.recipe.Recipe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesTests {

    @TempDir
    private Path folder;

    @Test
    void knowsTheColumnsOfAKoreanHospital() {
        StringBuilder csv = new StringBuilder("환자번호,주민등록번호,성명,전화번호,진료일자,입원일시,상병코드,성별,연령,진료과\n");
        for (int i = 0; i < 120; i++) {
            csv.append("A%04d,%02d0101-1000000,김%d,02-555-%04d,2024-01-%02d,202401%02d,I%02d,%s,%d,내과\n"
                    .formatted(
                            i % 90, i % 80, i, i, 1 + i % 28, 1 + i % 28, i % 9, i % 2 == 0 ? "남" : "여", 20 + i % 60));
        }
        Sources.write(folder.resolve("진료.csv"), csv.toString());
        Profile.Table table = new Profiling(Sources.CLOCK)
                .profile(folder, "512m", Progress.SILENT)
                .tables()
                .get(0);
        assertThat(table.personKey()).isEqualTo("환자번호");
        assertRole(table, "환자번호", ProposedRole.KEY);
        assertRole(table, "주민등록번호", ProposedRole.IDENTIFIER);
        assertRole(table, "성명", ProposedRole.IDENTIFIER);
        assertRole(table, "전화번호", ProposedRole.IDENTIFIER);
        assertRole(table, "진료일자", ProposedRole.DATE);
        assertRole(table, "입원일시", ProposedRole.DATE); // written as 20240131
        assertRole(table, "상병코드", ProposedRole.SENSITIVE);
        assertRole(table, "성별", ProposedRole.QUASI);
        assertRole(table, "연령", ProposedRole.QUASI);
        assertRole(table, "진료과", ProposedRole.OTHER);
    }

    @Test
    void doesNotShowWhatNamesSomebodyHoweverOftenItIsThere() {
        StringBuilder csv = new StringBuilder("경로\n");
        for (int i = 0; i < 300; i++) {
            csv.append(i % 10 == 0 ? "010-1234-5678" : i % 10 == 1 ? "문의 kim@example.org" : i % 2 == 0 ? "전화" : "방문")
                    .append('\n');
        }
        Sources.write(folder.resolve("t.csv"), csv.toString());
        Profile.Column column = new Profiling(Sources.CLOCK)
                .profile(folder, "512m", Progress.SILENT)
                .tables()
                .get(0)
                .columns()
                .get(0);
        assertThat(column.distribution().cells())
                .extracting(cell -> cell.label())
                .containsExactly("방문", "전화");
        assertThat(column.distribution().otherCount()).isEqualTo(60);
    }

    @Test
    void plansNoShiftForDatesThatCannotBeShifted() {
        StringBuilder csv = new StringBuilder("환자번호,성별,검사일자\n");
        for (int i = 0; i < 60; i++) {
            csv.append("A%d,%s,202401%02d\n".formatted(i, i % 2 == 0 ? "남" : "여", 1 + i % 28));
        }
        Sources.write(folder.resolve("검사.csv"), csv.toString());
        String recipe = Planning.deidentify(new Profiling(Sources.CLOCK).profile(folder, "512m", Progress.SILENT));
        assertThat(recipe).contains("# 검사일자: dropped, its dates are not written as YYYY-MM-DD");
        assertThat(Recipe.parse(recipe, "recipe.yaml", folder).tables()).hasSize(1);
    }

    private static void assertRole(Profile.Table table, String column, ProposedRole role) {
        assertThat(table.columns())
                .filteredOn(c -> c.name().equals(column))
                .singleElement()
                .satisfies(c -> assertThat(c.role()).as(column).isEqualTo(role));
    }
}
