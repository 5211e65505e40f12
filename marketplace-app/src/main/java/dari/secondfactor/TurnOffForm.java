package dari.secondfactor;

import jakarta.validation.constraints.NotBlank;

/** What turning the second step off takes, as typed. */
record TurnOffForm(
        @NotBlank(message = "{secondfactor.off.password.missing}")
        String password,

        @NotBlank(message = "{secondfactor.code.missing}") String offCode) {

    static final TurnOffForm EMPTY = new TurnOffForm("", "");

    @Override
    public String toString() {
        return "TurnOffForm[redacted]";
    }
}
