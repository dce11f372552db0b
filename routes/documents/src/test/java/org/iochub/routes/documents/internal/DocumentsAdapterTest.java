package org.iochub.routes.documents.internal;

import org.iochub.testkit.AdapterContract;

class DocumentsAdapterTest extends AdapterContract<DocumentsSettings> {
    DocumentsAdapterTest() {
        super(new DocumentsAdapter(), "documents", DocumentsSettings.class);
    }
}
