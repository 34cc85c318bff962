package org.heliograph.sharing.policy;

/**
 * A public key with which a party signs its events.
 *
 * @param kid key id, unique within the party
 * @param jwk public JSON Web Key, EC P-256
 */
public record SigningKey(String party, String kid, String jwk) {}
