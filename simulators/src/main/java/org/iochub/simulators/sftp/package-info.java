/** Departments that put workbooks on an SFTP server. */
package org.iochub.simulators.sftp;
