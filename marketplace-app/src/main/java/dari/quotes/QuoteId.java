package dari.quotes;

import java.util.UUID;

public record QuoteId(UUID value) {}
