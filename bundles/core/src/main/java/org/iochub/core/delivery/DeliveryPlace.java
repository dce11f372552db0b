package org.iochub.core.delivery;

/** How far a receiver has acknowledged: everything up to this position of the log of this epoch. */
public record DeliveryPlace(String epoch, long position) {}
