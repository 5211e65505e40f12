package dari.profiles;

import dari.provisioner.profile.Profile;
import java.time.Instant;

/**
 * A signed profile as everybody may read it.
 *
 * @param number version of the dataset
 * @param hash SHA-256 of the file that can be taken along
 */
public record ShownProfile(int number, Instant signedAt, String hash, Profile profile) {}
