@NullMarked
package org.heliograph.operations.redelivery;

import org.jspecify.annotations.NullMarked;
