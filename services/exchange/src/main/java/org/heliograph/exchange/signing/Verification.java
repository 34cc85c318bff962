package org.heliograph.exchange.signing;

/** Whether a signature is good. */
public sealed interface Verification {

    /**
     * The signature is by this key of the originator, over exactly this content.
     *
     * @param keyId id of the key
     */
    record Valid(String keyId) implements Verification {}

    /**
     * It is not.
     *
     * @param reason why, without anything that the sender wrote
     */
    record Invalid(Reason reason) implements Verification {}

    /** Why a signature is not good. */
    enum Reason {
        /** Not a compact JWS with an empty payload part. */
        NOT_DETACHED_JWS,
        /** Another algorithm than ES256, or a header parameter that must be understood. */
        UNSUPPORTED_HEADER,
        /** The originator has no key with this id. */
        UNKNOWN_KEY,
        /** The signature does not fit the content. */
        MISMATCH
    }
}
