@NullMarked
package org.heliograph.sharing.policy;

import org.jspecify.annotations.NullMarked;
