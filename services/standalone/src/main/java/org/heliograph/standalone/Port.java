package org.heliograph.standalone;

/** A listening port of the stack, with the number it has unless told otherwise. */
public enum Port {
    BROKER(Component.BROKER, 19092),
    BROKER_INTERNAL(Component.BROKER, 19093),
    BROKER_CONTROLLER(Component.BROKER, 19094),
    BROKER_2(Component.BROKER_2, 19192),
    BROKER_2_INTERNAL(Component.BROKER_2, 19193),
    BROKER_2_CONTROLLER(Component.BROKER_2, 19194),
    BROKER_3(Component.BROKER_3, 19292),
    BROKER_3_INTERNAL(Component.BROKER_3, 19293),
    BROKER_3_CONTROLLER(Component.BROKER_3, 19294),
    REGISTRY(Component.REGISTRY, 18081),
    POSTGRES(Component.POSTGRES, 15432),
    IDENTITY(Component.IDENTITY, 19000),
    GATE(Component.GATE, 18090),
    OPERATIONS(Component.OPERATIONS, 18091),
    IOM(Component.IOM, 18101),
    UNODC(Component.UNODC, 18102),
    XA(Component.XA, 18103),
    XB(Component.XB, 18104);

    private final Component component;
    private final int standard;

    Port(Component component, int standard) {
        this.component = component;
        this.standard = standard;
    }

    public Component component() {
        return component;
    }

    int standard() {
        return standard;
    }

    /** The port at which the component answers its clients. */
    public static Port of(Component component) {
        return valueOf(component.name());
    }

    /** The port at which a broker answers other brokers and the supervisor. */
    static Port internalOf(Component broker) {
        return valueOf(broker.name() + "_INTERNAL");
    }

    /** The port at which a broker answers as a controller. */
    static Port controllerOf(Component broker) {
        return valueOf(broker.name() + "_CONTROLLER");
    }
}
