package dari.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Sends a file or the asked range of it (RFC 9110, section 14), so that a download that was cut goes on where it ended. The
 * entity tag is the file's SHA-256 as the hospital signed it. What leaves is written down before it does.
 */
@Component
public class FileSender {

    /** How much leaves before it is asked again whether it may. */
    private static final int BETWEEN_LOOKS = 1 << 22;

    private final SentRanges ranges;
    private final Deliveries deliveries;

    FileSender(SentRanges ranges, Deliveries deliveries) {
        this.ranges = ranges;
        this.deliveries = deliveries;
    }

    public void send(OpenedFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = '"' + file.facts().sha256() + '"';
        long size = file.facts().bytes();
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.facts().name())
                        .build()
                        .toString());
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        Optional<HttpRange> asked = asked(request, tag);
        if (asked.isPresent() && asked.get().getRangeStart(size) >= size) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        ByteRange range = asked.map(part -> new ByteRange(part.getRangeStart(size), part.getRangeEnd(size)))
                .orElse(ByteRange.whole(size));
        if (asked.isPresent()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + range.first() + "-" + range.last() + "/" + size);
        }
        response.setContentLengthLong(range.length());
        if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
            send(file, range, response.getOutputStream());
        }
    }

    /** The one range; none where the file is another than the client began with, or where several are asked for. */
    private static Optional<HttpRange> asked(HttpServletRequest request, String tag) {
        @Nullable String same = request.getHeader(HttpHeaders.IF_RANGE);
        if (same != null && !same.equals(tag)) {
            return Optional.empty();
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
            return ranges.size() == 1 ? Optional.of(ranges.get(0)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what cannot be read is as if it were not there (section 14.2)
        }
    }

    private void send(OpenedFile file, ByteRange range, OutputStream out) throws IOException {
        UUID written = ranges.begin(file, range);
        long sent = 0;
        try (FileChannel in = FileChannel.open(file.content(), StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            in.position(range.first());
            long untilLook = BETWEEN_LOOKS;
            while (sent < range.length()) {
                if (untilLook <= 0) {
                    if (!deliveries.mayGoOn(file)) {
                        throw new IOException("access closed while a file was on its way");
                    }
                    untilLook = BETWEEN_LOOKS;
                }
                buffer.clear().limit((int) Math.min(buffer.capacity(), range.length() - sent));
                int read = in.read(buffer);
                if (read < 0) {
                    throw new IOException("a file of a release is shorter than it was");
                }
                out.write(buffer.array(), 0, read);
                sent += read;
                untilLook -= read;
            }
            out.flush();
        } finally {
            ranges.ended(written, sent);
        }
    }
}
