@NullMarked
package org.heliograph.desk.envelope;

import org.jspecify.annotations.NullMarked;
