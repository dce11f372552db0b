/** Bounds for adapters that fetch over HTTP. */
package org.iochub.api.http;
