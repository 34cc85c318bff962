@NullMarked
package org.heliograph.events;

import org.jspecify.annotations.NullMarked;
