package org.iochub.core.delivery;

/** How far a tap has got, and whether an administrator paused it. */
public record TapProgress(DeliveryPlace place, boolean paused) {}
