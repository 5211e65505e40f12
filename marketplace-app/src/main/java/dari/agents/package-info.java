/** The hospitals' agents: their keys, the signed jobs they pull or that are carried to them, what comes back. */
@NullMarked
package dari.agents;

import org.jspecify.annotations.NullMarked;
