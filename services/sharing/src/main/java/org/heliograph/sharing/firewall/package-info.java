/** Shows from the policy alone that nothing leaves the protection parties but through listed declassifiers (R7). */
@NullMarked
package org.heliograph.sharing.firewall;

import org.jspecify.annotations.NullMarked;
