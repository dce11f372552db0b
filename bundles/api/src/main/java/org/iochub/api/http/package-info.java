/** Bounds and manners for adapters that fetch over HTTP. */
package org.iochub.api.http;
