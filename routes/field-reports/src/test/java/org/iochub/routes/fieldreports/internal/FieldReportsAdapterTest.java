package org.iochub.routes.fieldreports.internal;

import org.iochub.testkit.AdapterContract;

class FieldReportsAdapterTest extends AdapterContract<FieldReportsSettings> {
    FieldReportsAdapterTest() {
        super(new FieldReportsAdapter(), "field-reports", FieldReportsSettings.class);
    }
}
