package org.heliograph.exchange.audit;

/**
 * The last link of a chain. Who keeps it elsewhere can tell later whether the chain still holds it.
 *
 * @param link its index, from 1
 * @param hash lower-case hex SHA-256
 */
public record ChainHead(long link, String hash) {

    static final ChainHead NONE = new ChainHead(0, ChainHash.NO_LINK);
}
