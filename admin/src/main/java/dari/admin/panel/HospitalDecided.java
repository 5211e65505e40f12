package dari.admin.panel;

import java.util.UUID;

/** A hospital decided for itself on an application and one of its datasets. Published by the application around the desk. */
public record HospitalDecided(UUID application, UUID hospital, UUID dataset, HospitalOutcome outcome) {}
