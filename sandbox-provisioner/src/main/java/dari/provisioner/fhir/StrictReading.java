package dari.provisioner.fhir;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParserErrorHandler.IParseLocation;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what R4 does not know, by the element's name; references into nowhere are no mistake of a single file. */
final class StrictReading extends ErrorHandlerAdapter {

    private static final Pattern ELEMENT = Pattern.compile("_?[a-zA-Z]{1,64}");

    @Override
    public void unknownElement(IParseLocation location, String element) {
        throw unfit("an element that R4 does not know", element);
    }

    @Override
    public void unknownAttribute(IParseLocation location, String attribute) {
        throw unfit("an attribute that R4 does not know", attribute);
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        throw unfit("several values of an element that R4 has once", element);
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        throw unfit("another kind of JSON than R4 wants", element);
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {
        throw unfit(
                "a value that R4 does not allow",
                location == null ? "" : String.valueOf(location.getParentElementName()));
    }

    private static UnfitResource unfit(String problem, String element) {
        String where = ELEMENT.matcher(element).matches() ? " in " + element : "";
        return new UnfitResource("has " + problem + where, "mend the resource, or leave it out");
    }
}
