/** FHIR R4 resources as flat rows of text, and back: a fixed, documented mapping, resource type by resource type. */
@NullMarked
package dari.provisioner.fhir;

import org.jspecify.annotations.NullMarked;
