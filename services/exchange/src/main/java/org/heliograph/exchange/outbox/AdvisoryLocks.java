package org.heliograph.exchange.outbox;

/**
 * First keys of our advisory locks; the second is the bucket. Fixed for ever: instances of different versions must meet
 * at the same lock.
 */
final class AdvisoryLocks {

    /** One transaction at a time adds to a bucket. */
    static final int ADDING = 0x48454C01;

    /** One relay at a time sends a bucket. */
    static final int RELAYING = 0x48454C02;

    private AdvisoryLocks() {}
}
