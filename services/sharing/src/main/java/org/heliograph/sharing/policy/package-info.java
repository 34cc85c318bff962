/** The access policy: read from YAML, checked, compiled to one immutable, hashed value. */
@NullMarked
package org.heliograph.sharing.policy;

import org.jspecify.annotations.NullMarked;
