/** The index of offers in an Elasticsearch cluster, for when one process no longer serves everybody. */
@NullMarked
@NamedInterface("elasticsearch")
package dari.matching.elasticsearch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
