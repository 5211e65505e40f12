package dari.provisioner.agent;

import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.release.Manifest;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sends files in parts and goes on where the marketplace has kept them: after a cut connection as after a restart of either
 * side, since the marketplace alone remembers how far it is.
 */
final class PartedUpload {

    /** Small enough to be sent again after a cut, large enough that the signature of each costs nothing. */
    static final int PART_BYTES = 8 * 1024 * 1024;

    private final MarketplaceClient marketplace;
    private final int partBytes;

    PartedUpload(MarketplaceClient marketplace, int partBytes) {
        this.marketplace = marketplace;
        this.partBytes = partBytes;
    }

    /**
     * Sends what the marketplace does not have yet of a file.
     *
     * @param path inside the folder, with forward slashes
     * @throws dari.provisioner.SurroundingsFailed when it is to be tried again, from where it stands then
     * @throws Refused when the marketplace takes no such file for this job
     */
    void send(String job, Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        Manifest.Entry announced = new Manifest.Entry(path, Files.size(file), Sha256.hex(file));
        String upload = marketplace.announce(job, announced);
        try (FileChannel content = FileChannel.open(file)) {
            long kept = marketplace.kept(upload);
            while (kept < announced.bytes()) {
                byte[] part = read(content, kept, announced.bytes());
                long next = marketplace.sendPart(upload, kept, part);
                if (next != kept + part.length) {
                    throw new Refused("the marketplace kept another number of bytes than it was sent");
                }
                kept = next;
            }
        }
    }

    private byte[] read(FileChannel content, long from, long bytes) throws IOException {
        ByteBuffer part = ByteBuffer.allocate((int) Math.min(partBytes, bytes - from));
        while (part.hasRemaining()) {
            if (content.read(part, from + part.position()) < 0) {
                throw new EOFException("a file of the result became shorter");
            }
        }
        return part.array();
    }
}
