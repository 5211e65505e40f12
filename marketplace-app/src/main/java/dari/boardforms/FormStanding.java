package dari.boardforms;

import java.util.UUID;

/**
 * Which form a board would have answered now.
 *
 * @param number of its version; 0 where the board never asked anything
 * @param questions how many it asks
 * @param fingerprint the same as long as nothing in it changes
 */
public record FormStanding(int number, int questions, UUID fingerprint) {

    static final FormStanding NONE = new FormStanding(0, 0, new UUID(0, 0));
}
