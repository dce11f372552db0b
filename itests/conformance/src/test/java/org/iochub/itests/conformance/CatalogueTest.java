package org.iochub.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.iochub.conformance.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    @Test
    void theCatalogueIsWhatTheAdaptersSay() throws Exception {
        Catalogue catalogue = new Catalogue(Clone.HOME, Clone.subjects());

        assertThat(catalogue.written())
                .as("docs/sources is stale: run ./hub check --catalogue and commit what it writes")
                .isEqualTo(catalogue.pages());
    }
}
