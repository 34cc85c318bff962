package org.heliograph.sharing.policy;

/** A letter of the access matrix. Each has a mechanism, which the compiler checks to exist. */
public enum Letter {
    /** Publishes through its own outbox. */
    P,
    /**
     * Gets a copy in its inbox without being named, while the marking is GREEN; what is CLEAR from the public topic.
     */
    R,
    /** Gets a copy only when named. */
    A,
    /** May submit, and gets back only what a listed declassifier lets out. */
    W,
    /** No access: the owner publishes a suppressed {@code research.observation} instead (R13). */
    D,
    /** Its own rows by REST, without the content. */
    M,
    /** Its own rows by REST. */
    OWN
}
