/** Who may log in, kept as one file an account: hashes only, replaced whole, changed while the provider runs. */
@NullMarked
package org.heliograph.identity.accounts;

import org.jspecify.annotations.NullMarked;
