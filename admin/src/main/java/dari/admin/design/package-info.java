/** The pages on which the office builds a call: money, who may apply, questions, rubric, rules, later steps. */
@NullMarked
package dari.admin.design;

import org.jspecify.annotations.NullMarked;
