@NullMarked
package org.heliograph.sharing.firewall;

import org.jspecify.annotations.NullMarked;
