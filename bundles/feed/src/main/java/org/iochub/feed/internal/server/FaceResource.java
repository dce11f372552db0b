package org.iochub.feed.internal.server;

/** A JAX-RS resource of this bundle: registered as a service, published by {@link HttpFace}. */
public interface FaceResource {}
