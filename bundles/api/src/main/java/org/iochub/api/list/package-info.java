/**
 * Official lists of units (areas, organisations) that people put into a folder: read, checked, compared with what
 * counts, confirmed by a person where they change something, kept, and published.
 */
package org.iochub.api.list;
