/**
 * Encoders that run in this process by ONNX Runtime. The runtime and the built-in model are optional dependencies: who
 * does not bring them keeps to {@link dari.matching.dense.Encoder#none()} and never loads these classes.
 */
@NullMarked
@NamedInterface("dense-onnx")
package dari.matching.dense.onnx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
