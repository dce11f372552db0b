package org.iochub.routes.organizations.internal;

import org.iochub.api.list.ListSettings;
import org.iochub.testkit.AdapterContract;

class OrganizationsAdapterTest extends AdapterContract<ListSettings> {
    OrganizationsAdapterTest() {
        super(new OrganizationsAdapter(), "organizations", ListSettings.class);
    }
}
