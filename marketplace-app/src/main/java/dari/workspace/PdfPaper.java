package dari.workspace;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** Prints a page as PDF, with a font that knows Korean. */
public final class PdfPaper {

    private static final String FONT = "Nanum Gothic";

    private PdfPaper() {}

    /** @param page one XML document with its own style */
    public static byte[] of(String page) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .useFont(PdfPaper::font, FONT)
                    .withHtmlContent(page, "/")
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font() {
        try {
            return new ClassPathResource("fonts/NanumGothic.ttf").getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
