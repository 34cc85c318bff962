/** Databases for tests, of all modules that have one. */
@NullMarked
package org.heliograph.exchange.database;

import org.jspecify.annotations.NullMarked;
