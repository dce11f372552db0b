/**
 * Source systems that are asked over HTTP: an Open311 server with field reports and a site with news feeds.
 *
 * <p>The document gateway is an assumption too: iOffice publishes no interface. It speaks edXML (QCVN 102:2016) over a REST
 * interface of the shape that provincial gateways show, completed for receiving.
 *
 * <p>Assumptions: no Vietnamese field-report system publishes its interface, so GeoReport v2 stands in for it, with
 * {@code updated_after}, {@code page} and {@code page_size} as they are commonly added to it. The codes, names, texts
 * and numbers are made up; telephone numbers start with {@code 0900 000}, which is given to nobody; addresses of pages
 * end in {@code .example}.
 */
package org.iochub.simulators.http;
