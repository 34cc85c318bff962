/** What fuzz tests of several modules share: inputs taken as choices, values of a schema, and the fuzzer itself. */
@NullMarked
package org.heliograph.sharing.fuzz;

import org.jspecify.annotations.NullMarked;
