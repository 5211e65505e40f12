package dari.projects;

import dari.kernel.OrganizationId;

/** That a startup and a hospital have a project together. */
public record Partnership(OrganizationId startup, OrganizationId hospital) {}
