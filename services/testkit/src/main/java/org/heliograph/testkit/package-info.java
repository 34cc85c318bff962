/** What tests on the real stack need: the stack itself, parties' systems, events, and what attackers would try. */
@NullMarked
package org.heliograph.testkit;

import org.jspecify.annotations.NullMarked;
