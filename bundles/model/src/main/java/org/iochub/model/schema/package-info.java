/** What the annotations on a record's fields give: its JSON Schema, its validator, its masking. */
package org.iochub.model.schema;
