@NullMarked
package org.heliograph.operations.catalogue;

import org.jspecify.annotations.NullMarked;
