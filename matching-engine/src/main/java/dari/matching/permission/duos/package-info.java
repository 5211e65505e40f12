/** The published side: the reference matcher's rules, and Data Use Ontology terms by their ids. */
@NullMarked
@NamedInterface("duos")
package dari.matching.permission.duos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
