package org.iochub.routes.petitions.internal;

import org.iochub.testkit.AdapterContract;

class PetitionsAdapterTest extends AdapterContract<PetitionsSettings> {
    PetitionsAdapterTest() {
        super(new PetitionsAdapter(), "petitions", PetitionsSettings.class);
    }
}
