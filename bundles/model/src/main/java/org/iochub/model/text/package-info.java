/** Vietnamese text: normal form, matching keys, legacy encodings, masking of free text. */
package org.iochub.model.text;
