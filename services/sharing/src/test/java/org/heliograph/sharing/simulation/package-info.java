@NullMarked
package org.heliograph.sharing.simulation;

import org.jspecify.annotations.NullMarked;
