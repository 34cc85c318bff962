/** What the commands of an operator write when parties come and go: files of the policy, and keys. */
@NullMarked
package org.heliograph.standalone.onboarding;

import org.jspecify.annotations.NullMarked;
