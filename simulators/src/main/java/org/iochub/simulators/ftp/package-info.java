/**
 * Monitoring stations that upload files by FTP, after Circular 10/2021/TT-BTNMT as implementers understand it: the two
 * layouts, the file names and the extra status 03 come from loggers seen in use, not from the Circular's own text.
 */
package org.iochub.simulators.ftp;
