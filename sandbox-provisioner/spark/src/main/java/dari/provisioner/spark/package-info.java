/** The table engine for sources that outgrow one machine: reads, treats and counts rows on an Apache Spark cluster. */
@NullMarked
package dari.provisioner.spark;

import org.jspecify.annotations.NullMarked;
