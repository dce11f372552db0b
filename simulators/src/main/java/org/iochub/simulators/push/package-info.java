/**
 * One-stop systems that push dossiers. The field names are those of the national status synchronisation as published;
 * the fields for links ({@code DanhSachHoSoLienThong}), for the update time ({@code NgayCapNhat}) and for a fee's amount
 * ({@code SoTien}) are assumptions.
 */
package org.iochub.simulators.push;
