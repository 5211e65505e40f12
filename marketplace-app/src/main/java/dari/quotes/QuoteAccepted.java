package dari.quotes;

/** A startup accepted what a hospital asks. */
public record QuoteAccepted(QuoteId quote) {}
