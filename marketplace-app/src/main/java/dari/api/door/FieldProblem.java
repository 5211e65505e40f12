package dari.api.door;

/**
 * What is wrong with one field.
 *
 * @param field its name in the body, or of the parameter
 * @param message what to do, in the asked language
 */
public record FieldProblem(String field, String message) {}
