package dari.sandboxes;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecipeFileRepository extends Repository<RecipeFile, UUID> {

    List<RecipeFile> saveAll(Iterable<RecipeFile> files);

    List<RecipeFile> findBySandboxOrderByName(SandboxId sandbox);

    /** At once, so that the same names can be kept anew in this transaction. */
    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("delete from RecipeFile f where f.sandbox = :sandbox")
    void deleteBySandbox(SandboxId sandbox);
}
