package dari.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries to find persons by their profile alone: made-up hospitals in which somebody stands out in every way. */
class ProfileAttackTests {

    /** Rows of the crowd: far enough from where rounding turns, so that a few persons more or less change no shown count. */
    private static final int CROWD = 401;

    @TempDir
    private Path folder;

    /** Every planted text, and every number by which the planted persons stand out, written as a profile would write it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void nothingThatWasPlantedIsInIt(int seed) {
        Hospital hospital = new Hospital(seed, 3, 12);
        String text = Json.text(profile(hospital.write(folder)));
        for (String planted : hospital.planted) {
            assertThat(text).as("seed %d", seed).doesNotContain(planted);
        }
    }

    /** The strongest attacker knows everybody but one person and has the profile: with and without it is the same. */
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void looksTheSameWithAndWithoutThePersonsWhoStandOut(int seed) {
        Profile with = profile(new Hospital(seed, 3, 1).write(folder.resolve("with")));
        Profile less = profile(new Hospital(seed, 2, 1).write(folder.resolve("less")));
        Profile without = profile(new Hospital(seed, 0, 1).write(folder.resolve("without")));
        assertThat(with).as("seed %d", seed).isEqualTo(less).isEqualTo(without);
    }

    /** Whatever shown counts are subtracted from each other: what is left is never a count of one to nine persons. */
    @ParameterizedTest
    @ValueSource(ints = {21, 22})
    void noDifferenceOfCountsIsSmall(int seed) {
        Profile profile = profile(new Hospital(seed, 3, 12).write(folder));
        for (Profile.Table table : profile.tables()) {
            for (Profile.Column column : table.columns()) {
                long shown = column.distribution().cells().stream()
                        .mapToLong(cell -> cell.count())
                        .sum();
                LongStream.of(
                                count(table.rows()) - count(column.missing()) - shown,
                                count(table.rows())
                                        - shown
                                        - count(column.distribution().otherCount()),
                                count(table.persons()) - count(column.distinct()))
                        .forEach(left -> assertThat(Math.abs(left) % 10).isZero());
            }
        }
        ProfileLimits.require(profile);
    }

    private static long count(@org.jspecify.annotations.Nullable Long shown) {
        return shown == null ? 0 : shown;
    }

    private static Profile profile(Path source) {
        return new Profiling(Sources.CLOCK).profile(source, "512m", Progress.SILENT);
    }

    /** A crowd of persons who are alike, whose tables do not say which columns are dangerous, and a few who stand out. */
    private static final class Hospital {

        private final Random random;
        private final List<String> planted = new ArrayList<>();
        private final StringBuilder patients = new StringBuilder("환자번호,성별,키,금액,내원일자,종교,등급,비고,연락,담당\n");
        private final StringBuilder visits = new StringBuilder("환자번호,상병코드,검사값,방문일시\n");

        /** @param rows of the first of those who stand out in the table of visits */
        Hospital(int seed, int outstanding, int rows) {
            random = new Random(seed);
            for (int i = 0; i < CROWD; i++) {
                crowd(i);
            }
            for (int i = 0; i < outstanding; i++) {
                outstanding(i, i == 0 ? rows : 0);
            }
        }

        /** Numbers turn no rounding: each value's count ends in a digit from 0 to 1, and no spread hangs on one person. */
        private void crowd(int i) {
            String id = "P" + (100000 + i);
            patients.append(id)
                    .append(i < 201 ? ",F" : ",M")
                    .append(',')
                    .append(150 + i % 40)
                    .append(',')
                    .append(i % 10 * 1000)
                    .append(",20")
                    .append(i < 200 ? "21-05-0" : "22-06-1")
                    .append(1 + i % 9)
                    .append(',')
                    .append(i < 301 ? "없음" : "있음")
                    .append(",가,")
                    .append(i < 401 ? "특이사항 없음" : "")
                    .append(',')
                    .append(i < 200 ? "유선" : "방문")
                    .append(",외래팀\n");
            for (int v = 0; v < 2; v++) {
                visits.append(id)
                        .append(v == 0 ? ",I10," : ",E11,")
                        .append(10 + i % 50)
                        .append(v == 0 ? ",2021-03-04 09:30:00\n" : ",2022-07-08 10:00:00\n");
            }
        }

        /** Each is alone with every value; one has the same rare code, and the same telephone number, many times. */
        private void outstanding(int i, int rows) {
            String mark = Integer.toString(700 + random.nextInt(200)) + i;
            String id = "P9" + mark;
            String phone = "010-9" + mark.substring(0, 3) + "-12" + mark.substring(2, 4);
            String note = "김" + mark + "님 " + phone + " 자택";
            String height = "2" + mark;
            String money = "99" + mark + "000";
            String year = String.valueOf(1901 + i);
            String faith = "종파" + mark;
            patients.append(String.join(
                            ",",
                            id,
                            "X" + mark,
                            height,
                            money,
                            year + "-01-0" + (1 + i),
                            faith,
                            "나" + mark,
                            note,
                            phone))
                    .append(",홍")
                    .append(mark)
                    .append('\n');
            planted.addAll(List.of(id, "X" + mark, "\"" + height, money, "\"" + year, faith, "나" + mark, note, phone));
            planted.add("홍" + mark);
            if (rows > 0) {
                String code = "Z" + mark;
                for (int row = 0; row < rows; row++) {
                    visits.append(id)
                            .append(',')
                            .append(code)
                            .append(",777")
                            .append(mark)
                            .append(",1899-12-31 00:00:00\n");
                }
                planted.addAll(List.of(code, "777" + mark, "1899"));
            }
        }

        Path write(Path directory) {
            Sources.write(directory.resolve("환자.csv"), patients.toString());
            Sources.write(directory.resolve("진료.csv"), visits.toString());
            return directory;
        }
    }
}
