/** The policy on its way from files to the topics from which it is read by those who decide. */
@NullMarked
package org.heliograph.operations.policy;

import org.jspecify.annotations.NullMarked;
