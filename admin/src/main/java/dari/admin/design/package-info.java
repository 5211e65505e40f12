/**
 * The pages on which the office builds a call: money, who may apply, questions, rubric, rules, later steps. What builds questions
 * builds a board's as well.
 */
@NullMarked
@NamedInterface("design")
package dari.admin.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
