/** Turns a hospital's tables into a privacy-safe, attacked and signed release, at the hospital. */
@NullMarked
package dari.provisioner;

import org.jspecify.annotations.NullMarked;
