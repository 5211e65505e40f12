package dari.admin;

import java.util.List;
import java.util.UUID;

/** The documents that an organisation hands in to be verified; whoever keeps documents implements it. */
public interface VerificationDocuments {

    /**
     * @param url where the file is downloaded
     * @param unscanned whether nobody looked for malware in it
     */
    record VerificationDocument(String title, String fileName, String url, boolean expired, boolean unscanned) {}

    List<VerificationDocument> of(UUID organization);
}
