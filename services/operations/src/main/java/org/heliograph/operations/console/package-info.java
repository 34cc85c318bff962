/** The operators' console: pages about metadata alone. Whatever is content, or betrays it by a count, stays out. */
@NullMarked
package org.heliograph.operations.console;

import org.jspecify.annotations.NullMarked;
