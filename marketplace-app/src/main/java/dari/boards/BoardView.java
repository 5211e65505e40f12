package dari.boards;

import java.util.UUID;

/** A board of a hospital. */
public record BoardView(UUID id, BoardContent content) {}
