/** Settings of Kafka clients that log in by OAUTHBEARER. */
@NullMarked
package org.heliograph.exchange.broker;

import org.jspecify.annotations.NullMarked;
