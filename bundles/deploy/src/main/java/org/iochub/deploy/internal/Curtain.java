package org.iochub.deploy.internal;

import java.util.Collection;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Hides the services of candidates that are held aside from everybody but themselves and the gate: no source runs with
 * such an adapter, no type of theirs is published.
 */
final class Curtain implements FindHook, EventListenerHook {
    private final Bundle gate;

    Curtain(Bundle gate) {
        this.gate = gate;
    }

    @Override
    public void find(
            BundleContext seeker, String name, String filter, boolean all, Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> hidden(reference, seeker));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(listener -> hidden(event.getServiceReference(), listener));
    }

    private boolean hidden(ServiceReference<?> reference, BundleContext seeker) {
        Bundle owner = reference.getBundle();
        if (owner == null || !AsideBundles.holds(owner)) {
            return false;
        }
        try {
            Bundle by = seeker.getBundle();
            return !by.equals(owner) && !by.equals(gate) && by.getBundleId() != Constants.SYSTEM_BUNDLE_ID;
        } catch (IllegalStateException e) {
            return true; // it is gone and sees nothing
        }
    }
}
