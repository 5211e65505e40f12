package dari.boards;

import dari.kernel.OrganizationId;

/** A hospital described its boards anew: which there are, in which order, for which offers. */
public record BoardsChanged(OrganizationId hospital) {}
