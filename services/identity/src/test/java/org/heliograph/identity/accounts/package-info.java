@NullMarked
package org.heliograph.identity.accounts;

import org.jspecify.annotations.NullMarked;
