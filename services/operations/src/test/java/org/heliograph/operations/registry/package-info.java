@NullMarked
package org.heliograph.operations.registry;

import org.jspecify.annotations.NullMarked;
