@NullMarked
package org.heliograph.operations.console;

import org.jspecify.annotations.NullMarked;
