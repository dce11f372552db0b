/**
 * Source systems to try the hub with: real protocol servers, seeded and repeatable, with the dirt that real ones have.
 * Outside the product: nothing here is shipped. All data is made up.
 */
package org.iochub.simulators;
