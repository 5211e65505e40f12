package dari.admin;

import java.util.UUID;

/** An organisation that asks to be verified. Kind is {@code startup} or {@code hospital}. */
public record NewVerificationCase(
        UUID organization, String kind, String name, String registrationNumber, String country) {}
