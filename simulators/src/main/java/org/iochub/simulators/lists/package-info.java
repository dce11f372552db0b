/** Offices that keep official lists and put them into folders. */
package org.iochub.simulators.lists;
