package dari.admin.panel;

import java.util.UUID;

/** One of the hospitals and datasets that an application goes to. */
public record HospitalDataset(UUID introduction, UUID hospital, UUID dataset, String title) {}
