package org.heliograph.standalone;

import java.util.EnumMap;
import java.util.Map;

/** How each component is run. */
final class Parts {

    private Parts() {}

    static Map<Component, Part> of(Site site, Programs programs) {
        Map<Component, Part> parts = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            parts.put(component, of(site, programs, component));
        }
        return parts;
    }

    private static Part of(Site site, Programs programs, Component component) {
        return switch (component) {
            case POSTGRES -> new PostgresPart(site, programs);
            case BROKER, BROKER_2, BROKER_3 -> new BrokerPart(site, programs, component);
            case REGISTRY -> new RegistryPart(site, programs);
            case IDENTITY -> new BootPart(site, component, "identity", IdentitySettings::of);
            case OPERATIONS -> new BootPart(site, component, "operations", BootSettings::operations);
            case GATE -> new BootPart(site, component, "gate", BootSettings::gate);
            case IOM, UNODC -> service(site, component, component.id());
            case XA, XB -> service(site, component, "liaison");
        };
    }

    private static Part service(Site site, Component component, String application) {
        return new BootPart(site, component, application, here -> BootSettings.service(here, component));
    }
}
