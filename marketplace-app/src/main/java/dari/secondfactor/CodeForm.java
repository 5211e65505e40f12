package dari.secondfactor;

import jakarta.validation.constraints.NotBlank;

/** A code, as typed. */
record CodeForm(
        @NotBlank(message = "{secondfactor.code.missing}") String code) {

    static final CodeForm EMPTY = new CodeForm("");

    @Override
    public String toString() {
        return "CodeForm[redacted]";
    }
}
