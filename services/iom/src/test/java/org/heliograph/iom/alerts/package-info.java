@NullMarked
package org.heliograph.iom.alerts;

import org.jspecify.annotations.NullMarked;
