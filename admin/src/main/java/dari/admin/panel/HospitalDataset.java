package dari.admin.panel;

import dari.admin.forms.LocalText;
import java.util.UUID;

/** One of the hospitals and datasets that an application goes to. */
public record HospitalDataset(UUID introduction, UUID hospital, UUID dataset, LocalText title) {}
