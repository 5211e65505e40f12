package dari.sandboxes;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.RecipeBundle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that the steward chose beside the recipe.
 *
 * @param name last part of its path: browsers send no more
 */
public record RecipeUpload(String name, String content) {

    /** The files that were chosen, of a form that may have none. */
    public static List<RecipeUpload> all(@Nullable List<MultipartFile> chosen) throws IOException {
        List<RecipeUpload> uploads = new ArrayList<>();
        for (MultipartFile file : chosen == null ? List.<MultipartFile>of() : chosen) {
            if (!file.isEmpty()) {
                uploads.add(of(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()));
            }
        }
        return uploads;
    }

    /** @throws BadInput when it is too large or no text in UTF-8 */
    public static RecipeUpload of(String path, byte[] bytes) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (bytes.length > 4 * RecipeBundle.MOST_CHARACTERS) {
            throw new BadInput(
                    "recipe.upload.large",
                    List.of(),
                    name,
                    "is too large",
                    "a public code list or domain has at most 2 MB");
        }
        try {
            return new RecipeUpload(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new BadInput("recipe.upload.encoding", List.of(), name, "is not text in UTF-8", "save it as UTF-8");
        }
    }
}
