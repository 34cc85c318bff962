@NullMarked
package org.heliograph.exchange.broker;

import org.jspecify.annotations.NullMarked;
