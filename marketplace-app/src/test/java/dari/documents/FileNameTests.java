package dari.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTests {

    @Test
    void keepsWhatIsSafe() {
        assertThat(FileName.of("연구계획서 (v2).pdf", FileType.PDF)).isEqualTo("연구계획서 (v2).pdf");
        assertThat(FileName.of("list.csv", FileType.TEXT)).isEqualTo("list.csv");
    }

    @Test
    void dropsPathsControlsAndTricks() {
        assertThat(FileName.of("..\\..\\C:\\win\\plan.pdf", FileType.PDF)).isEqualTo("plan.pdf");
        assertThat(FileName.of("../../etc/passwd", FileType.TEXT)).isEqualTo("passwd.txt");
        assertThat(FileName.of("a\r\nSet-Cookie: x=\"1\".pdf", FileType.PDF)).isEqualTo("aSet-Cookie x1.pdf");
        assertThat(FileName.of("photo\u202egnp.exe", FileType.PNG)).isEqualTo("photognp.png");
        assertThat(FileName.of("page.html", FileType.TEXT)).isEqualTo("page.txt");
        assertThat(FileName.of(".htaccess", FileType.TEXT)).isEqualTo("document.txt");
        assertThat(FileName.of(null, FileType.PDF)).isEqualTo("document.pdf");
        assertThat(FileName.of("가".repeat(500) + ".pdf", FileType.PDF)).hasSize(124);
    }
}
