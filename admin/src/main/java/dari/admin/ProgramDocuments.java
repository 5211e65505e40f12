package dari.admin;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/** What the desk needs of the applicants' document wallets. */
public interface ProgramDocuments {

    /** @param expired whether it no longer holds today */
    record Choice(UUID document, String title, boolean expired) {}

    /** A file as it is now; a later change of the document leaves it as it is. */
    record Frozen(UUID file, String title) {}

    /** The wallet of the actor's organisation. */
    List<Choice> mine();

    /** The present file of a document of the actor's organisation; another's does not exist. */
    Frozen freeze(UUID document);

    /** Hands out a file. Who may is decided before. */
    ResponseEntity<byte[]> download(UUID file);
}
