package dari.matching.retrieval;

/**
 * A document that was found, and how well it answers; higher is better.
 *
 * @param <D> how an engine names a document within one search
 */
public record Hit<D>(D document, double score) {}
